package hoso.verifier;

import hoso.judicialcert.proof.offline.OfflineVerifier;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/// The stand-alone verifier as a program.
final class Verifier {
    private Verifier() {}

    /// Exit status and options are told by `--help`.
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new OfflineVerifier(Clock.systemUTC(), System.in, out).run(List.of(arguments)));
    }
}
