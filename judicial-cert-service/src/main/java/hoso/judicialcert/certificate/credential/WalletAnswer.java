package hoso.judicialcert.certificate.credential;

import hoso.judicialcert.certificate.offer.Tokens;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What wallets are told, in the words of OAuth 2.0 and OpenID4VCI: their errors are `{"error": …}`, not problems,
/// because a wallet that nobody here wrote has to understand them.
final class WalletAnswer {
    private WalletAnswer() {}

    static Response of(Handing handing, long intervalSeconds) {
        return switch (handing) {
            case Handing.HandedOut(var credentials, var notification) -> ok(200, handedOut(credentials, notification));
            case Handing.Deferred(var transaction) ->
                ok(202, Map.of("transaction_id", transaction, "interval", intervalSeconds));
            case Handing.Refused(var refusal) ->
                switch (refusal) {
                    case INVALID_TOKEN -> unauthorized();
                    case UNKNOWN_CONFIGURATION ->
                        error("unknown_credential_configuration", "not in credential_configurations_supported");
                    case INVALID_PROOF ->
                        error("invalid_proof", "one jwt proof (ES256) for each key, signed by it, aud this issuer");
                    case INVALID_NONCE -> error("invalid_nonce", "ask the nonce endpoint for a new one");
                    case INVALID_TRANSACTION -> error("invalid_transaction_id", "unknown, of another offer, or used");
                    case DENIED -> error("credential_request_denied", "there is no certificate for this offer");
                };
        };
    }

    private static Map<String, Object> handedOut(List<String> credentials, @Nullable String notification) {
        var body = new LinkedHashMap<String, Object>();
        body.put(
                "credentials",
                credentials.stream().map(one -> Map.of("credential", one)).toList());
        if (notification != null) {
            body.put("notification_id", notification);
        }
        return body;
    }

    static Response of(Tokens tokens, long accessSeconds) {
        var body = new LinkedHashMap<String, Object>();
        body.put("access_token", tokens.access());
        body.put("token_type", "Bearer");
        body.put("expires_in", accessSeconds);
        body.put("refresh_token", tokens.refresh());
        return ok(200, body);
    }

    static Response ok(int status, Object body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body)
                .build();
    }

    static Response error(String error, String description) {
        return ok(400, Map.of("error", error, "error_description", description));
    }

    /// RFC 6750 section 3.1.
    static Response unauthorized() {
        return Response.status(401)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .entity(Map.of("error", "invalid_token"))
                .build();
    }

    /// The token of `Authorization: Bearer …`; empty when there is none.
    static String bearer(@Nullable String authorization) {
        var parts = authorization == null ? List.<String>of() : List.of(authorization.split(" ", -1));
        return parts.size() == 2 && parts.getFirst().equalsIgnoreCase("Bearer") ? parts.getLast() : "";
    }
}
