package hoso.check.fuzz;

import hoso.check.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// One request, as it goes over the wire.
///
/// @param number its number in the run: with the seed it makes the same request again
/// @param isOfOperation whether verb and path are those of the operation, so that only what it declares may come back
/// @param headers lines without their end; `Authorization` is added for the caller
/// @param body empty for none
record Attempt(
        long number,
        Operation operation,
        boolean isOfOperation,
        Caller caller,
        String verb,
        String target,
        List<String> headers,
        byte[] body) {
    private static final int QUOTED = 300;

    /// What a caller shows.
    enum Caller {
        /// Somebody with the role that the operation names.
        RIGHT,
        /// Somebody who has another role.
        WRONG,
        /// Nobody.
        NONE
    }

    boolean has(String header) {
        return headers.stream()
                .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith(header.toLowerCase(Locale.ROOT) + ":"));
    }

    /// Enough to see what was asked; the whole request comes from seed and number.
    String inShort() {
        var start = new String(body, 0, Math.min(body.length, QUOTED), StandardCharsets.UTF_8);
        return "%s %s %s (%s) %s body[%d] %s"
                .formatted(
                        operation.service(),
                        verb,
                        cut(target),
                        caller,
                        headers.stream().map(Attempt::cut).toList(),
                        body.length,
                        start.replaceAll("\\p{Cntrl}", "?"));
    }

    private static String cut(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }
}
