package hoso.healthrecord.access.journal;

import hoso.chassis.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry as one line of JSON: what is kept, what its owner exports, and what is hashed. The hash of an entry is the
/// SHA-256 of the UTF-8 bytes of its line, without the end of the line; the next line holds it as `previous`. So
/// `sha256sum` is all that it takes to follow a chain.
///
/// The members stand in a fixed order, and nothing of the line is ever written anew.
final class EntryLine {
    /// What the first entry holds as `previous`.
    static final byte[] START = new byte[32];

    private EntryLine() {}

    static byte[] of(UUID record, long sequence, byte[] previous, Instant at, Access access) {
        var json = new StringBuilder(512).append('{');
        member(json, "record", record.toString());
        json.append(",\"sequence\":").append(sequence);
        next(json, "previous", HexFormat.of().formatHex(previous));
        next(json, "at", at.toString());
        next(json, "outcome", access.outcome().name());
        next(json, "because", access.because());
        next(json, "right", access.right().name());
        next(json, "grant", access.grant().toString());
        by(json, access.by());
        next(json, "purpose", access.purpose().name());
        next(json, "kind", access.wanted().kind().name());
        var visit = access.wanted().visit();
        next(json, "visit", visit == null ? null : visit.toString());
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] hash(byte[] line) {
        return Sha256.of(line);
    }

    private static void by(StringBuilder json, Asker by) {
        switch (by) {
            case Asker.Professional(var person, var name, var role, var facility) -> {
                next(json, "by", "PROFESSIONAL");
                next(json, "person", person.toString());
                next(json, "name", name);
                next(json, "role", role);
                next(json, "facility", facility);
            }
            case Asker.Opener(var _, var recipient) -> {
                next(json, "by", "OPENER");
                next(json, "name", recipient);
            }
            case Asker.Guardian(var citizen, var name) -> {
                next(json, "by", "GUARDIAN");
                next(json, "person", citizen.toString());
                next(json, "name", name);
            }
        }
    }

    private static void next(StringBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.append(',');
            member(json, name, value);
        }
    }

    private static void member(StringBuilder json, String name, String value) {
        json.append('"').append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            character(json, value.charAt(i));
        }
        json.append('"');
    }

    /// RFC 8259, section 7. A lone surrogate has no UTF-8 form.
    private static void character(StringBuilder json, char c) {
        if (c == '"' || c == '\\') {
            json.append('\\').append(c);
        } else if (c < ' ' || Character.isSurrogate(c)) {
            json.append("\\u%04x".formatted((int) c));
        } else {
            json.append(c);
        }
    }
}
