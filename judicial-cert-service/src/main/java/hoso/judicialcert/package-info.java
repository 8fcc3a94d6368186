/// Judicial record certificates: requested, paid, checked against the register, signed, verified.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert;
