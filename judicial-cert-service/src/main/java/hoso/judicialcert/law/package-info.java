/// The law as data: which rule was in force on the day a dossier was received.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.law;
