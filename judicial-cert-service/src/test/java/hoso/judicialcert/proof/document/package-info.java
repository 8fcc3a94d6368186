/// Tests.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.proof.document;
