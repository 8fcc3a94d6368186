/// Tests.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.verification.single;
