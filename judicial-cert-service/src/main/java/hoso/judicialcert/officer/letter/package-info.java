/// Letters of the agency about a case.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.officer.letter;
