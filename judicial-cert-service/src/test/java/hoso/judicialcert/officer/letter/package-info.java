/// Tests.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.officer.letter;
