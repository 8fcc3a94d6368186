package hoso.check.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/// Who may ask a route.
sealed interface Rule {

    record Anybody() implements Rule {}

    /// A partner who signs the body.
    record Signature() implements Rule {}

    /// A wallet with a token of the service itself.
    record Wallet() implements Rule {}

    /// Whoever one of these fits.
    record Granted(List<Grant> grants) implements Rule {}

    static Rule of(JsonNode node) {
        return switch (node.asText()) {
            case "anybody" -> new Anybody();
            case "signature" -> new Signature();
            case "wallet" -> new Wallet();
            default -> {
                var grants = StreamSupport.stream(node.spliterator(), false)
                        .map(Grant::of)
                        .toList();
                if (grants.isEmpty()) {
                    throw new IllegalArgumentException("neither a word nor grants: " + node);
                }
                yield new Granted(grants);
            }
        };
    }
}
