/// What a stranger is told of a certificate that is shown to them.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.verification.single;
