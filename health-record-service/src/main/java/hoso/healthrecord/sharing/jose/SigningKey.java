package hoso.healthrecord.sharing.jose;

import hoso.chassis.personal.Sensitive;
import java.util.Map;
import java.util.TreeMap;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/// A key with which this service signs what others verify without asking it: ECDSA on P-256 (ES256, RFC 7518).
///
/// @param id SHA-256 thumbprint of the public key (RFC 7638) in base64url
/// @param secret the private key as a JWK
public record SigningKey(String id, String secret) implements Sensitive {

    public static SigningKey make() {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            return new SigningKey(
                    key.calculateBase64urlEncodedThumbprint("SHA-256"), key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        } catch (JoseException e) {
            throw new IllegalStateException("a key cannot be made", e);
        }
    }

    /// The public key as others read it.
    public Map<String, Object> publicKey() {
        var members = new TreeMap<>(key().toParams(OutputControlLevel.PUBLIC_ONLY));
        members.put("kid", id);
        members.put("use", "sig");
        members.put("alg", AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        return members;
    }

    /// The payload, signed, in compact form.
    ///
    /// @param headers beside `alg` and `kid`
    public String sign(byte[] payload, Map<String, String> headers) {
        var jws = new JsonWebSignature();
        headers.forEach(jws::setHeader);
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(id);
        jws.setKey(key().getPrivateKey());
        jws.setPayloadBytes(payload);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a payload cannot be signed", e);
        }
    }

    private PublicJsonWebKey key() {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(secret);
        } catch (JoseException e) {
            throw new IllegalStateException("a key cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
