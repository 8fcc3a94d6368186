/// Fees and payments.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.credential;
