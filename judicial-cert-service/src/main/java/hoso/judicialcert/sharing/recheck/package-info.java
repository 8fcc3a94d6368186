/// Asking again, with the holder's consent, whether a certificate is still what the register would say; and nothing
/// more.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.sharing.recheck;
