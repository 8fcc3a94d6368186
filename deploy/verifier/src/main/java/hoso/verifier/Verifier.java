package hoso.verifier;

import hoso.judicialcert.proof.offline.OfflineVerifier;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The stand-alone verifier as a program.
final class Verifier {
    private static final Pattern HEAD = Pattern.compile("([0-9]{1,18}):([0-9a-fA-F]{64})");
    private static final int MISUNDERSTOOD = 64;
    private static final int UNREADABLE = 66;

    private Verifier() {}

    /// Exit status and options are told by `--help`.
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var isJournal = arguments.length > 0 && arguments[0].equals("journal");
        System.exit(
                isJournal
                        ? journal(List.of(arguments), out)
                        : new OfflineVerifier(Clock.systemUTC(), System.in, out).run(List.of(arguments)));
    }

    /// `journal FILE [--head LENGTH:HASH]...`
    private static int journal(List<String> words, PrintStream out) {
        var heads = new ArrayList<JournalCheck.Head>();
        for (var i = 2; i < words.size(); i += 2) {
            var head = i + 1 < words.size() && words.get(i).equals("--head")
                    ? HEAD.matcher(words.get(i + 1))
                    : HEAD.matcher("");
            if (!head.matches()) {
                return misunderstood(out);
            }
            heads.add(new JournalCheck.Head(Long.parseLong(head.group(1)), head.group(2)));
        }
        try {
            return words.size() < 2
                    ? misunderstood(out)
                    : new JournalCheck(out)
                            .check(Files.readAllBytes(Path.of(words.get(1))), heads.toArray(JournalCheck.Head[]::new));
        } catch (IOException _) {
            out.println("verifier: " + words.get(1) + " cannot be read");
            return UNREADABLE;
        }
    }

    private static int misunderstood(PrintStream out) {
        out.println("verifier: journal FILE [--head LENGTH:HASH]... (--help tells what there is)");
        return MISUNDERSTOOD;
    }
}
