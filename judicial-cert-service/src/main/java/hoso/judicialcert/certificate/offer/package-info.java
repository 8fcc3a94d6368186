/// Offers of a credential (OpenID4VCI 1.0): made for the holder, redeemed once by a wallet.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.certificate.offer;
