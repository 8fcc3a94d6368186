package hoso.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.hash.Sha256;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Follows the chain of an exported access journal (`GET /records/me/journal/export` of health-record-service): the
/// SHA-256 of each line is `previous` of the next, and `sequence` counts from 1. What was changed, left out, added or
/// put elsewhere is found; what was cut off at the end is found with the end that was told to others
/// (`AccessJournalHead`).
final class JournalCheck {
    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final String START = "0".repeat(64);

    private final ObjectMapper json = new ObjectMapper();
    private final PrintStream out;

    JournalCheck(PrintStream out) {
        this.out = out;
    }

    /// The end of a chain as it was told.
    record Head(long length, String hash) {}

    /// Follows a chain and says what it found.
    ///
    /// @param heads ends that were told; none where the owner kept none
    /// @return exit status: 0 whole, 1 not
    int check(byte[] journal, Head... heads) {
        var record = "";
        var previous = START;
        var count = 0L;
        var begin = 0;
        while (begin < journal.length) {
            var end = begin;
            while (end < journal.length && journal[end] != '\n') {
                end++;
            }
            var line = Arrays.copyOfRange(journal, begin, end);
            begin = end + 1;
            count++;
            var entry = entry(line);
            if (entry == null
                    || entry.path("sequence").asLong() != count
                    || !entry.path("previous").asText().equals(previous)
                    || !(count == 1 || entry.path("record").asText().equals(record))) {
                return broken(count, "is not the one that followed the entry before it");
            }
            record = entry.path("record").asText();
            previous = Sha256.hex(line);
            for (var head : heads) {
                if (head.length() == count && !head.hash().equalsIgnoreCase(previous)) {
                    return broken(count, "is not the one whose hash was told");
                }
            }
        }
        for (var head : heads) {
            if (head.length() > count) {
                return broken(count + 1, "is missing: " + head.length() + " entries were told");
            }
        }
        out.println("WHOLE: " + count + " entries, the last with hash " + previous);
        return WHOLE;
    }

    private @Nullable JsonNode entry(byte[] line) {
        try {
            var entry = json.readTree(line);
            return entry != null && entry.isObject() ? entry : null;
        } catch (IOException _) {
            return null;
        }
    }

    private int broken(long place, String what) {
        out.println("BROKEN: entry " + place + " " + what);
        return BROKEN;
    }
}
