package hoso.healthrecord.access.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;

/// An entry as the app shows it: the members of its line under their own names, without those that belong to the
/// chain, and the hash of the line.
final class EntryAnswer {
    private EntryAnswer() {}

    static ObjectNode of(JournalReading.Kept kept, ObjectMapper json) {
        try {
            var line = (ObjectNode) json.readTree(kept.line());
            line.remove(List.of("record", "previous"));
            return line.put("hash", HexFormat.of().formatHex(kept.hash()));
        } catch (IOException e) {
            throw new UncheckedIOException("entry " + kept.sequence(), e);
        }
    }
}
