package hoso.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jar as it is handed out, in a network namespace in which there is no network at all.
@Tag("core")
class JarTest {
    private static final Path ROOT = Path.of(System.getProperty("hoso.root"));
    private static final Path SERVICE = ROOT.resolve("judicial-cert-service");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    static Path folder;

    private record Ran(int status, String said) {}

    /// Certificates and lists are made by the service's own tests, in a process of their own: files cross borders.
    @BeforeAll
    static void samples() throws IOException, InterruptedException {
        var ran = run(
                SERVICE,
                List.of(JAVA, "-cp", classPath(), "hoso.judicialcert.proof.offline.Samples", folder.toString()));
        assertThat(ran.status()).as(ran.said()).isZero();
    }

    @Test
    void itWorksWithTheNetworkOff() throws IOException, InterruptedException {
        assumeTrue(canUnshare(), "this machine gives no network namespaces");

        var pdf = verifier(
                List.of("unshare", "--map-root-user", "--net", "--"),
                "pdf",
                "certificate.pdf",
                "--status",
                "fresh.jwt");

        assertThat(pdf.said()).startsWith("VALID");
        assertThat(pdf.status()).isZero();
    }

    @Test
    void whatIsGenuineIsTold() throws IOException, InterruptedException {
        var pdf = verifier(List.of(), "pdf", "certificate.pdf", "--status", "fresh.jwt", "--log-proof", "proof.json");
        var qr = verifier(List.of(), "qr", "paper.png", "--status", "fresh.jwt", "--lang", "en");

        assertThat(pdf.said()).startsWith("VALID: Phiếu là thật");
        assertThat(pdf.status()).isZero();
        assertThat(qr.said()).startsWith("VALID").contains("NGUYỄN THỊ THỬ NGHIỆM");
        assertThat(qr.status()).isZero();
    }

    @Test
    void aStatusListThatIsTooOldDecidesNothing() throws IOException, InterruptedException {
        var stale = verifier(List.of(), "qr", "qr.txt", "--status", "stale.jwt");

        assertThat(stale.said()).startsWith("STATUS_UNDETERMINED");
        assertThat(stale.status()).isEqualTo(2);
    }

    @Test
    void itTellsForgeriesAndReceipts() throws IOException, InterruptedException {
        assertThat(verifier(List.of(), "pdf", "flipped.pdf", "--status", "fresh.jwt")
                        .status())
                .isEqualTo(1);
        assertThat(verifier(List.of(), "pdf", "stranger.pdf", "--status", "fresh.jwt")
                        .said())
                .startsWith("UNKNOWN_ISSUER");
        assertThat(verifier(List.of(), "receipt", "receipt.jws", "--of", "certificate.pdf")
                        .status())
                .isZero();
    }

    @Test
    void itHelpsWithoutBeingAskedForAnythingElse() throws IOException, InterruptedException {
        var ran = run(folder, List.of(JAVA, "-jar", jar(), "--help"));

        assertThat(ran.status()).isZero();
        assertThat(ran.said()).contains("STATUS_UNDETERMINED", "Exit status");
    }

    private static Ran verifier(List<String> before, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(before);
        command.addAll(List.of(JAVA, "-jar", jar()));
        command.addAll(List.of(words));
        command.addAll(List.of("--trust", "trust.json"));
        return run(folder, command);
    }

    private static String jar() {
        return ROOT.resolve("deploy/verifier/target/verifier.jar").toString();
    }

    private static boolean canUnshare() throws InterruptedException {
        try {
            return run(folder, List.of("unshare", "--map-root-user", "--net", "--", "true"))
                            .status()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static String classPath() throws IOException {
        try (Stream<Path> libraries = Files.walk(SERVICE.resolve("target/quarkus-app"))) {
            return Stream.concat(
                            Stream.of(
                                    SERVICE.resolve("target/test-classes"),
                                    SERVICE.resolve("target/classes"),
                                    ROOT.resolve("chassis/target/test-classes")),
                            libraries.filter(path -> path.toString().endsWith(".jar")))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static Ran run(Path where, List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }
}
