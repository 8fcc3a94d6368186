package hoso.gateway.limits;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// Reads who is calling from a bearer token whose signature holds. It decides no access - each service does that
/// itself - only whose budget a call is taken from.
record TokenReader(Map<String, PublicKey> keys) {

    /// `until`: the token's own end, beyond which this reading is worth nothing.
    record Reading(Caller caller, Instant until) {}

    /// The id of the key a token names, if it looks like a token at all.
    static Optional<String> keyId(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json(parts[0]).getString("kid"));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    Optional<Reading> read(String token, Instant now) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var header = json(parts[0]);
            var key = keys.get(header.getString("kid", ""));
            if (key == null || !holds(key, header.getString("alg", ""), parts)) {
                return Optional.empty();
            }
            var claims = json(parts[1]);
            var until = Instant.ofEpochSecond(claims.getLong("exp", 0L));
            var subject = claims.getString("sub", "");
            if (!until.isAfter(now) || subject.isBlank()) {
                return Optional.empty();
            }
            var caller = claims.containsKey("person_id") ? new Caller.Person(subject) : new Caller.Machine(subject);
            return Optional.of(new Reading(caller, until));
        } catch (RuntimeException | GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    /// The algorithm follows from the kind of key, never from the token alone: no `none`, no HS256 with a public key.
    private static boolean holds(PublicKey key, String algorithm, String[] parts) throws GeneralSecurityException {
        var name = switch (key) {
            case RSAPublicKey _ when algorithm.equals("RS256") -> "SHA256withRSA";
            case ECPublicKey _ when algorithm.equals("ES256") -> "SHA256withECDSAinP1363Format";
            default -> "";
        };
        if (name.isEmpty()) {
            return false;
        }
        var signature = Signature.getInstance(name);
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static JsonObject json(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
