package hoso.judicialcert.proof.statement;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A receipt as the payload of a JWS of the type `verification-receipt+jwt`.
public final class VerificationReceiptJson {
    public static final String TYPE = "verification-receipt+jwt";

    private VerificationReceiptJson() {}

    /// The payload, JSON.
    public static String payload(VerificationReceipt receipt) {
        var json = StatementReader.JSON.createObjectNode();
        json.put("iss", receipt.issuer());
        json.put("iat", receipt.issuedAt().getEpochSecond());
        json.put("reference", receipt.reference());
        json.put("way", receipt.way());
        json.put("subject", receipt.subject());
        json.put("result", receipt.result().name());
        var reasons = json.putArray("reasons");
        receipt.doubts().forEach(doubt -> reasons.add(doubt.name()));
        json.put("purpose", receipt.purpose());
        json.put("maxAgeDays", receipt.maxAgeDays());
        var log = receipt.log();
        if (log != null) {
            json.putObject("log").put("size", log.size()).put("root", log.root());
        }
        return json.toString();
    }

    /// Empty when it is no receipt of the agency.
    public static Optional<VerificationReceipt> open(String statement, TrustBundle trust) {
        return switch (StatementReader.open(statement, TYPE, trust)) {
            case StatementReader.Refused _ -> Optional.empty();
            case StatementReader.Genuine(var payload, var issuedAt) -> receipt(payload, issuedAt);
        };
    }

    private static Optional<VerificationReceipt> receipt(JsonNode payload, Instant issuedAt) {
        try {
            var doubts = new ArrayList<Doubt>();
            payload.path("reasons").forEach(reason -> doubts.add(Doubt.valueOf(reason.asText())));
            return Optional.of(new VerificationReceipt(
                    payload.path("iss").asText(),
                    issuedAt,
                    payload.path("reference").asText(),
                    payload.path("way").asText(),
                    payload.path("subject").asText(),
                    Result.valueOf(payload.path("result").asText()),
                    doubts,
                    payload.path("purpose").textValue(),
                    payload.hasNonNull("maxAgeDays")
                            ? payload.path("maxAgeDays").intValue()
                            : null,
                    checkpoint(payload.path("log"))));
        } catch (IllegalArgumentException _) {
            // Of a later version, with answers this one does not know.
            return Optional.empty();
        }
    }

    private static VerificationReceipt.@Nullable Checkpoint checkpoint(JsonNode log) {
        return log.isObject()
                ? new VerificationReceipt.Checkpoint(
                        log.path("size").asLong(), log.path("root").asText())
                : null;
    }
}
