package hoso.judicialcert.proof.offline;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.testing.TestClock;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.Result;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The stand-alone verifier: what is typed, what it says, how it ends.
@Tag("core")
class OfflineVerifierTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void samples() throws IOException {
        Samples.in(folder);
    }

    private record Ran(int status, String said) {}

    @ParameterizedTest
    @CsvSource({
        "pdf certificate.pdf --status fresh.jwt, 0, VALID",
        "pdf certificate.pdf --status fresh.jwt --log-proof proof.json, 0, VALID",
        "pdf certificate.pdf, 2, STATUS_UNDETERMINED",
        "pdf certificate.pdf --status stale.jwt, 2, STATUS_UNDETERMINED",
        "pdf certificate.pdf --status stale.jwt --max-age 99999, 2, STATUS_UNDETERMINED",
        "pdf certificate.pdf --status fresh.jwt --max-age 0, 2, STATUS_UNDETERMINED",
        "pdf certificate.pdf --status stale.jwt --status fresh.jwt, 0, VALID",
        "pdf certificate.pdf --status revoked.jwt, 1, REVOKED",
        "pdf stranger.pdf --status fresh.jwt, 1, UNKNOWN_ISSUER",
        "pdf neighbour.pdf --status fresh.jwt, 1, UNKNOWN_ISSUER",
        "pdf nothing.pdf --status fresh.jwt, 1, UNKNOWN",
        "qr qr.txt --status fresh.jwt, 0, VALID",
        "qr paper.png --status fresh.jwt, 0, VALID",
        "qr paper.png --status fresh.jwt --max-days 0, 0, VALID",
        "qr qr.txt, 2, STATUS_UNDETERMINED",
        "qr qr.txt --status stale.jwt, 2, STATUS_UNDETERMINED",
        "qr qr.txt --status revoked.jwt, 1, REVOKED",
        "qr copied.txt --status fresh.jwt, 1, ALTERED",
        "qr nothing.pdf --status fresh.jwt, 1, UNKNOWN",
    })
    void whatIsShownGetsItsAnswer(String typed, int status, String result) {
        for (var language : new String[] {"vi", "en"}) {
            var ran = run(typed + " --lang " + language);

            assertThat(ran.said()).startsWith(result + ": ");
            assertThat(ran.status()).isEqualTo(status);
        }
        assertThat(run(typed + " --json").said()).contains("\"result\":\"" + result + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flipped.pdf", "over.pdf"})
    void whatWasChangedIsNeverValid(String file) {
        var ran = run("pdf " + file + " --status fresh.jwt");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.said()).doesNotStartWith("VALID");
    }

    @Test
    void aProofOfAnotherDocumentProvesNothing() throws IOException {
        var proof = Files.readString(folder.resolve("proof.json"));
        Files.writeString(folder.resolve("moved.json"), proof.replaceFirst("[0-9a-f]{64}(?=\\\\n20)", "cd".repeat(32)));
        Files.writeString(folder.resolve("bent.json"), proof.replaceFirst("\"path\":\\[\"..", "\"path\":[\"00"));

        for (var wrong : List.of("moved.json", "bent.json", "nothing.pdf", "trust.json")) {
            var ran = run("pdf certificate.pdf --status fresh.jwt --log-proof " + wrong);
            assertThat(ran.said()).as(wrong).startsWith("NOT_IN_LOG");
            assertThat(ran.status()).isEqualTo(1);
        }
    }

    @Test
    void whatToCompareWithThePageIsTold() {
        var ran = run("qr qr.txt --status fresh.jwt --lang en");

        assertThat(ran.said())
                .contains("NGUYỄN THỊ THỬ NGHIỆM", "17/03/1985", "ends in: 017", "no criminal record")
                .contains("Age of the status list: 0 h");
    }

    @Test
    void aReceiptIsCheckedAndWhatItIsAbout() {
        assertThat(run("receipt receipt.jws").status()).isZero();
        assertThat(run("receipt receipt.jws --of certificate.pdf").status()).isZero();
        assertThat(run("receipt receipt.jws --of certificate.pdf --lang en").said())
                .contains("genuine", "HR-2026/17", "VALID");
        assertThat(run("receipt receipt.jws --of stranger.pdf").status()).isEqualTo(1);
        assertThat(run("receipt fresh.jwt").status()).isEqualTo(1);
        assertThat(run("receipt receipt.jws --json").said()).contains("\"genuine\":true");
    }

    @Test
    void aStatusListThatIsNotTheAgencysIsNotBelieved() {
        var ran = run("qr qr.txt --status forged.jwt");

        assertThat(ran.status()).isEqualTo(66);
        assertThat(ran.said()).contains("forged.jwt is no status list of the agency");
    }

    @Test
    void whomToBelieveCanBeSaidByCertificates() {
        assertThat(raw(
                                "qr",
                                at("qr.txt"),
                                "--status",
                                at("fresh.jwt"),
                                "--anchor",
                                at("anchor.pem"),
                                "--signer",
                                at("signer.pem"))
                        .status())
                .isZero();
        assertThat(raw("trust", "--trust", at("trust.json")).said())
                .startsWith("anchor ")
                .contains("signer ");
        assertThat(raw("qr", at("qr.txt")).status()).isEqualTo(64);
    }

    @Test
    void whatIsPipedInIsRead() throws IOException {
        var out = new ByteArrayOutputStream();
        var verifier = new OfflineVerifier(
                TestClock.CLOCK,
                new ByteArrayInputStream(Files.readAllBytes(folder.resolve("qr.txt"))),
                new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(verifier.run(List.of("qr", "-", "--trust", at("trust.json"), "--status", at("fresh.jwt"))))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "dance x, 64",
        "pdf, 64",
        "pdf a b, 64",
        "pdf certificate.pdf --loud, 64",
        "pdf certificate.pdf --status, 64",
        "pdf certificate.pdf --max-age long, 64",
        "pdf certificate.pdf --lang fr, 64",
        "pdf absent.pdf, 66",
        "pdf certificate.pdf --status absent.jwt, 66",
    })
    void whatCannotBeUnderstoodOrReadIsTold(String typed, int status) {
        var ran = run(typed);

        assertThat(ran.status()).isEqualTo(status);
        assertThat(ran.said()).startsWith("verifier: ").contains("--help");
    }

    @Test
    void helpTellsEveryAnswer() {
        var ran = raw("--help");

        assertThat(ran.status()).isZero();
        assertThat(Arrays.stream(Result.values()).map(Enum::name))
                .allSatisfy(name -> assertThat(ran.said()).contains(name));
    }

    @Test
    void everyAnswerAndEveryDoubtHasItsWordsInBothLanguages() {
        for (var language : List.of("vi", "en")) {
            var texts = Texts.of(Locale.of(language));
            for (var result : Result.values()) {
                assertThat(texts.of("result." + result)).isNotBlank();
            }
            for (var doubt : Doubt.values()) {
                assertThat(texts.of("doubt." + doubt)).isNotBlank();
            }
        }
        assertThat(Texts.of(Locale.of("vi")).words().stringPropertyNames())
                .isEqualTo(Texts.of(Locale.of("en")).words().stringPropertyNames());
    }

    private static Ran run(String typed) {
        var words = new ArrayList<String>();
        for (var word : typed.split(" ", -1)) {
            words.add(word.matches("\\w+\\.(?:pdf|jwt|jws|txt|png|json)") ? at(word) : word);
        }
        words.addAll(List.of("--trust", at("trust.json")));
        return raw(words.toArray(String[]::new));
    }

    private static Ran raw(String... words) {
        var out = new ByteArrayOutputStream();
        var status = new OfflineVerifier(
                        TestClock.CLOCK,
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(List.of(words));
        return new Ran(status, out.toString(StandardCharsets.UTF_8));
    }

    private static String at(String name) {
        return folder.resolve(name).toString();
    }
}
