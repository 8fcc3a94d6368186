package hoso.healthrecord.sharing.issuer;

import java.util.List;
import java.util.Map;

/// Who signs what verifiers read without asking: its keys, and the cards that count no more.
public interface Issuer {

    /// The address under which keys and revocations are published; `iss` of what is signed.
    String address();

    /// What was signed, in compact form, and with which key.
    record Signed(String key, String jws) {}

    /// A public key as others read it (JWK).
    record PublicKey(String id, Map<String, Object> members) {}

    /// Signs with the newest key; makes one when there is none.
    ///
    /// @param headers beside `alg` and `kid`
    Signed sign(byte[] payload, Map<String, String> headers);

    /// All keys that ever signed, the newest first: what they signed is still verified. Makes one when there is none.
    List<PublicKey> keys();

    /// Puts a card on the revocation list of its key.
    ///
    /// @param rid at most 24 characters of base64url, from which nobody can be told
    void revoke(String key, String rid);

    /// The cards of a key that count no more.
    List<String> revoked(String key);
}
