package hoso.judicialcert.certificate.credential;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a wallet sends to the token endpoint (`application/x-www-form-urlencoded`). It is read here and not by the
/// framework, whose reader ends in a fault on a parameter without a name or with a broken escape; RFC 6749 (5.2) wants
/// `invalid_request` for both, and for a parameter that is repeated.
record TokenFormReader(Map<String, List<String>> parameters) {
    private static final int MOST_PARAMETERS = 32;

    /// The form; empty when the text is none, or repeats a parameter.
    static Optional<TokenFormReader> read(String body) {
        try {
            var parameters =
                    new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_PARAMETERS, true).parameters();
            return parameters.values().stream().anyMatch(values -> values.size() > 1)
                    ? Optional.empty()
                    : Optional.of(new TokenFormReader(parameters));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The value of a parameter.
    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).map(List::getFirst);
    }
}
