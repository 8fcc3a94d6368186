package hoso.check.record;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/// A claim envelope with its tables as text, so that one can look for what is in them.
final class ClaimText {
    private static final Pattern TABLE = Pattern.compile("<NOIDUNGFILE>([^<]*)</NOIDUNGFILE>");

    private ClaimText() {}

    static String of(String envelope) {
        return TABLE.matcher(envelope)
                .replaceAll(table -> java.util.regex.Matcher.quoteReplacement(
                        new String(Base64.getMimeDecoder().decode(table.group(1)), StandardCharsets.UTF_8)));
    }
}
