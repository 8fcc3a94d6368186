package hoso.gateway.routes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A request target has one spelling. Whatever a service behind could read differently from the gateway is refused
/// here, not repaired: two readings of one path are how a protected path is reached by another name.
sealed interface RequestTarget {

    /// `path` begins with `/` and is passed on byte for byte; `query` has no `?` and may be empty.
    record Clean(String path, String query) implements RequestTarget {
        List<String> segments() {
            return List.of(path.substring(1).split("/", -1));
        }

        /// The target without its first `count` segments.
        String after(int count) {
            var segments = segments();
            var rest = "/" + String.join("/", segments.subList(Math.min(count, segments.size()), segments.size()));
            return query.isEmpty() ? rest : rest + "?" + query;
        }
    }

    /// `reason` is a word of the contract, never a quotation of what was sent.
    record Refused(String reason) implements RequestTarget {}

    /// The longest path of the contract has under 150 characters; a cursor and filters stay under 1,500.
    int LONGEST = 2048;

    static RequestTarget read(String raw) {
        if (raw.length() > LONGEST) {
            return new Refused("too-long");
        }
        if (!raw.startsWith("/")) {
            return new Refused("not-a-path");
        }
        var mark = raw.indexOf('?');
        var path = mark < 0 ? raw : raw.substring(0, mark);
        var query = mark < 0 ? "" : raw.substring(mark + 1);
        var pathFault = pathFault(path);
        if (!pathFault.isEmpty()) {
            return new Refused(pathFault);
        }
        var queryFault = encodingFault(query, false);
        return queryFault.isEmpty() ? new Clean(path, query) : new Refused(queryFault);
    }

    private static String pathFault(String path) {
        if (path.contains("//")) {
            return "empty-segment";
        }
        for (var segment : path.substring(1).split("/", -1)) {
            if (segment.endsWith(".")) {
                return "dot-segment";
            }
        }
        return encodingFault(path, true);
    }

    private static String encodingFault(String text, boolean inPath) {
        var octets = new ByteArrayOutputStream(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= text.length() || !hex(text.charAt(i + 1)) || !hex(text.charAt(i + 2))) {
                    return "broken-encoding";
                }
                var octet = Integer.parseInt(text, i + 1, i + 3, 16);
                var fault = octetFault(octet, inPath);
                if (!fault.isEmpty()) {
                    return fault;
                }
                octets.write(octet);
                i += 2;
            } else if (c < 0x20 || c == 0x7f) {
                return "control-character";
            } else if (!(inPath ? pathCharacter(c) : queryCharacter(c))) {
                return "character";
            }
        }
        return utf8(octets.toByteArray()) ? "" : "not-utf-8";
    }

    private static String octetFault(int octet, boolean inPath) {
        if (octet < 0x20 || octet == 0x7f) {
            return "control-character";
        }
        if (!inPath) {
            return "";
        }
        return switch (octet) {
            case '/', '\\', ';' -> "encoded-separator";
            case '%' -> "double-encoding";
            // RFC 3986, 6.2.2.2: an unreserved character is never written encoded; %71 for q would slip past a rule on
            // /q.
            default -> unreserved((char) octet) ? "needless-encoding" : "";
        };
    }

    private static boolean hex(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }

    private static boolean unreserved(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
    }

    private static boolean pathCharacter(char c) {
        return unreserved(c) || "/!$&'()*+,=:@".indexOf(c) >= 0;
    }

    private static boolean queryCharacter(char c) {
        return pathCharacter(c) || "?;[]".indexOf(c) >= 0;
    }

    private static boolean utf8(byte[] octets) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
