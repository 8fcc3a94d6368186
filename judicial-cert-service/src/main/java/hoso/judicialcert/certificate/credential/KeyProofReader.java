package hoso.judicialcert.certificate.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Reads key proofs. What it does not understand is no proof; nothing in a header is fetched or followed.
@Singleton
class KeyProofReader {
    private static final int LONGEST = 8_192;
    private static final List<String> PRIVATE = List.of("d", "k", "p", "q", "dp", "dq", "qi", "oth");
    private final ObjectMapper json;

    KeyProofReader(ObjectMapper json) {
        this.json = json;
    }

    Optional<KeyProof> read(String jwt) {
        var parts = jwt.split("\\.", -1);
        if (parts.length != 3 || jwt.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var header = object(parts[0]);
            var claims = object(parts[1]);
            // One key, named by itself; "crit" asks for something we would have to know.
            if (header.has("kid")
                    || header.has("x5c")
                    || header.has("crit")
                    || !claims.path("iat").isNumber()) {
                return Optional.empty();
            }
            var signature = Base64.getUrlDecoder().decode(parts[2]);
            var signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            return key(header.path("jwk"))
                    .map(key -> new KeyProof(
                            text(header, "typ"),
                            text(header, "alg"),
                            key,
                            text(claims, "aud"),
                            Instant.ofEpochSecond(claims.path("iat").asLong()),
                            text(claims, "nonce"),
                            signed,
                            signature));
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<WalletKey> key(JsonNode jwk) {
        if (!text(jwk, "kty").equals("EC")
                || !text(jwk, "crv").equals("P-256")
                || PRIVATE.stream().anyMatch(jwk::has)) {
            return Optional.empty();
        }
        return WalletKey.of(text(jwk, "x"), text(jwk, "y"));
    }

    private JsonNode object(String part) throws IOException {
        var node = json.readTree(Base64.getUrlDecoder().decode(part));
        if (node == null || !node.isObject()) {
            throw new IOException("no JSON object");
        }
        return node;
    }

    private static String text(JsonNode object, String name) {
        return object.path(name).isTextual() ? object.path(name).textValue() : "";
    }
}
