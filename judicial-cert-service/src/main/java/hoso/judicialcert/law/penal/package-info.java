/// The words of the Penal Code that rules and judgments share.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.law.penal;
