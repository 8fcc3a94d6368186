package hoso.judicialcert.proof.statement;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/// A status list as it is published: a JWT of the type `statuslist+jwt`.
public final class StatusListReader {
    public static final String TYPE = "statuslist+jwt";
    private static final Pattern NUMBER = Pattern.compile("/(?<number>[0-9]{1,12})$");
    private static final int BYTES = (int) StatusList.ENTRIES / 4;

    private StatusListReader() {}

    /// Empty when it is no list of the agency.
    public static Optional<StatusList> open(String statement, TrustBundle trust) {
        return switch (StatementReader.open(statement, TYPE, trust)) {
            case StatementReader.Refused _ -> Optional.empty();
            case StatementReader.Genuine(var payload, var issuedAt) -> list(payload, issuedAt);
        };
    }

    private static Optional<StatusList> list(JsonNode payload, Instant issuedAt) {
        var number = NUMBER.matcher(payload.path("sub").asText());
        var list = payload.path("status_list");
        if (!number.find()
                || list.path("bits").asInt() != 2
                || !payload.path("exp").canConvertToLong()) {
            return Optional.empty();
        }
        return inflated(list.path("lst").asText())
                .map(bits -> new StatusList(
                        Long.parseLong(number.group("number")),
                        issuedAt,
                        Instant.ofEpochSecond(payload.path("exp").asLong()),
                        bits));
    }

    private static Optional<byte[]> inflated(String text) {
        try (var inflater = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
            var bits = inflater.readNBytes(BYTES + 1);
            return bits.length > BYTES ? Optional.empty() : Optional.of(bits);
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
