/// The same for many certificates at once, for organisations.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.verification.bulk;
