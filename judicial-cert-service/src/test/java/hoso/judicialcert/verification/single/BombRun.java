package hoso.judicialcert.verification.single;

import hoso.chassis.hash.Sha256;
import hoso.chassis.testing.TestClock;
import hoso.judicialcert.Settings;
import hoso.judicialcert.certificate.pdf.Documents;
import hoso.judicialcert.certificate.signing.Authority;
import hoso.judicialcert.proof.document.ExaminerProcess;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/// Throws all bombs at the verifier, while certificates go on being verified by their digest; a process of its own,
/// with the heap of the service. It prints `bombs thrown=… too_complex=… believed=… lookups=… wrong=… deaths=…
/// quiet_p99_us=… p99_us=…`, the last two for look-ups before and during the bombs, and ends with 0.
final class BombRun {
    private static final int QUIET = 1_000;

    private BombRun() {}

    /// Throws them.
    ///
    /// @param arguments milliseconds of processor time a file may take, and the folder of the bombs
    public static void main(String[] arguments) throws InterruptedException, IOException {
        var authority = new Authority();
        var register = new InMemoryRegister();
        var genuine = Documents.signed(authority);
        register.add(genuine, Documents.NUMBER, Documents.CODE);
        var digest = Sha256.hex(genuine);
        try (var examiner =
                new ExaminerProcess(Duration.ofMillis(Long.parseLong(arguments[0])), Duration.ofMinutes(2))) {
            var verify = new VerifyDocument(
                    register.register(),
                    register,
                    new JudgeCertificate(register.log(), Clock.fixed(TestClock.now(), ZoneOffset.UTC)),
                    authority::trust,
                    examiner,
                    Settings.ofVerification());
            var lookups = new Lookups(() -> verify.withDigest(digest, AcceptedAge.NONE)
                    .filter(verdict -> verdict.result() == Result.VALID)
                    .isPresent());
            for (var i = 0; i < QUIET; i++) {
                lookups.one();
            }
            var quiet = lookups.p99();
            var looking = lookups.goOn();
            var thrown = 0;
            var tooComplex = 0;
            var believed = 0;
            for (var name : names(Path.of(arguments[1]))) {
                var bomb = Files.readAllBytes(name);
                var began = System.nanoTime();
                var verdict = verify.verify(bomb, Sha256.hex(bomb), AcceptedAge.NONE, () -> {});
                thrown++;
                var doubts = ((Verdict.Doubted) verdict).doubts();
                tooComplex += doubts.contains(Doubt.TOO_COMPLEX) ? 1 : 0;
                believed += switch (verdict.result()) {
                    case ALTERED, UNKNOWN, UNKNOWN_ISSUER -> 0;
                    case VALID, REVOKED, SUPERSEDED, EXPIRED_FOR_PURPOSE, NOT_IN_LOG, STATUS_UNDETERMINED -> 1;
                };
                System.out.println(name.getFileName() + ": " + bomb.length + " bytes, " + verdict.result() + " "
                        + doubts + ", " + (System.nanoTime() - began) / 1_000_000 + " ms");
            }
            lookups.stop();
            looking.join();
            System.out.println("bombs thrown=" + thrown + " too_complex=" + tooComplex + " believed=" + believed
                    + " lookups=" + lookups.count() + " wrong=" + lookups.wrong() + " deaths=" + examiner.deaths()
                    + " quiet_p99_us=" + quiet
                    + " p99_us=" + lookups.p99());
        }
    }

    private static List<Path> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
