/// The same certificate in the holder's own wallet: SD-JWT VC, handed out through OpenID4VCI 1.0.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.certificate.credential;
