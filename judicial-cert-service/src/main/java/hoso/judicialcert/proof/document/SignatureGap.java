package hoso.judicialcert.proof.document;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The one place in a signed PDF that its signature does not cover is the signature itself. There stand the bytes of
/// the signature in hexadecimal digits of one case, and then zeros: anything else was put there later.
final class SignatureGap {
    private static final Pattern RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*0\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*]");
    private static final Pattern FILLED = Pattern.compile("(?:[0-9A-F]{2})+|(?:[0-9a-f]{2})+");
    private static final int LONG_FORM = 0x80;

    private SignatureGap() {}

    static boolean isFilled(byte[] pdf) {
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        var range = RANGE.matcher(text);
        if (!range.find()) {
            return false;
        }
        var start = Integer.parseInt(range.group(1));
        var end = Integer.parseInt(range.group(2));
        var rest = Integer.parseInt(range.group(3));
        return !range.find()
                && end + rest == pdf.length
                && start + 2 < end
                && pdf[start] == '<'
                && pdf[end - 1] == '>'
                && isOneValue(text.substring(start + 1, end - 1));
    }

    /// One DER value, then zeros.
    private static boolean isOneValue(String digits) {
        if (!FILLED.matcher(digits).matches()) {
            return false;
        }
        var bytes = HexFormat.of().parseHex(digits);
        if (bytes.length < 6 || bytes[0] != 0x30) {
            return false;
        }
        var first = bytes[1] & 0xFF;
        var header = 2;
        var length = first;
        if (first >= LONG_FORM) {
            var count = first - LONG_FORM;
            if (count < 1 || count > 3) {
                return false;
            }
            length = 0;
            for (var i = 0; i < count; i++) {
                length = (length << Byte.SIZE) | (bytes[header + i] & 0xFF);
            }
            header += count;
        }
        for (var i = header + length; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return header + length <= bytes.length;
    }
}
