package hoso.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.hash.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever is done to a journal is found. The journal is the example of the contract: files cross borders.
@Tag("core")
class JournalCheckTest {
    private static final Path EXAMPLE = Path.of(System.getProperty("hoso.root"))
            .resolve("health-record-service/contract/examples/access-journal.ndjson");
    private final List<String> lines;
    private final JournalCheck.Head head;

    JournalCheckTest() throws IOException {
        lines = Files.readAllLines(EXAMPLE);
        head = new JournalCheck.Head(lines.size(), Sha256.hex(lines.getLast().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aJournalThatNobodyTouchedIsWhole() {
        assertThat(check(lines, head)).isEqualTo("WHOLE: 5 entries, the last with hash " + head.hash());
        assertThat(check(List.of())).startsWith("WHOLE: 0 entries");
    }

    @Test
    void eachByteThatIsChangedIsFound() {
        var whole = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < whole.length; i++) {
            var changed = whole.clone();
            changed[i] ^= 1;

            assertThat(said(changed, head)).as("byte " + i).startsWith("BROKEN");
        }
    }

    @Test
    void eachEntryThatIsLeftOutIsFound() {
        for (int i = 0; i < lines.size(); i++) {
            var less = new ArrayList<>(lines);
            less.remove(i);

            assertThat(check(less, head)).as("entry " + (i + 1)).startsWith("BROKEN");
        }
    }

    @Test
    void eachTwoEntriesThatAreSwappedAndEachThatIsDoubledAreFound() {
        for (int i = 0; i < lines.size(); i++) {
            for (int j = i + 1; j < lines.size(); j++) {
                var swapped = new ArrayList<>(lines);
                Collections.swap(swapped, i, j);
                assertThat(check(swapped, head)).startsWith("BROKEN");
            }
            var doubled = new ArrayList<>(lines);
            doubled.add(i, lines.get(i));
            assertThat(check(doubled, head)).startsWith("BROKEN");
        }
    }

    @Test
    void aChainThatWasWrittenAnewIsFoundByTheEndThatWasToldBefore() {
        var anew = new ArrayList<String>();
        var previous = "0".repeat(64);
        for (var line : lines) {
            var other = line.replaceFirst("\"previous\":\"[0-9a-f]{64}\"", "\"previous\":\"" + previous + "\"")
                    .replace("79001", "01000");
            anew.add(other);
            previous = Sha256.hex(other.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(check(anew)).startsWith("WHOLE");
        assertThat(check(anew, head)).startsWith("BROKEN: entry 5 is not the one whose hash was told");
    }

    private static String check(List<String> lines, JournalCheck.Head... heads) {
        return said(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), heads);
    }

    private static String said(byte[] journal, JournalCheck.Head... heads) {
        var out = new ByteArrayOutputStream();
        new JournalCheck(new PrintStream(out, true, StandardCharsets.UTF_8)).check(journal, heads);
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
