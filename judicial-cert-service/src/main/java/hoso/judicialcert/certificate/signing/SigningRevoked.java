package hoso.judicialcert.certificate.signing;

/// A certificate that a signature would rest on was revoked: nothing lesser may be signed instead.
@SuppressWarnings("serial") // never serialized
final class SigningRevoked extends SigningAway {

    /// @param certificate which one
    SigningRevoked(String certificate) {
        super("certificate " + certificate + " was revoked");
    }
}
