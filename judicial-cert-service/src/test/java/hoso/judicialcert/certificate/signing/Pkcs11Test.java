package hoso.judicialcert.certificate.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hoso.chassis.testing.TestClock;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.certificate.pdf.Documents;
import hoso.judicialcert.certificate.pdf.VeraPdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Keys in SoftHSM, which hangs and dies when it is told to.
@Tag("core")
class Pkcs11Test {
    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final byte[] TEXT = {1, 2, 3};
    private static final Authority AUTHORITY = new Authority();
    private static Path folder;
    private static SoftToken token;

    @BeforeAll
    static void open() throws IOException {
        // Short, because the path of a socket may have a hundred letters only.
        folder = Files.createTempDirectory("p11");
        token = new SoftToken(folder, AUTHORITY);
    }

    @AfterAll
    static void close() {
        token.close();
    }

    @AfterEach
    void mend() {
        token.goesOn();
    }

    @Test
    void aKeyInATokenSignsAndStaysThere() throws GeneralSecurityException {
        try (var key = new Token("test", token.place(), Duration.ofSeconds(10))) {
            assertThat(key.chain()).isEqualTo(AUTHORITY.chain());
            assertThat(isGood(key.sign(TEXT))).isTrue();
            assertThat(key).hasToString("Token[***]");
        }
    }

    @Test
    void aDocumentSignedByATokenIsASealOfTheAgency() throws IOException, InterruptedException {
        try (var key = new Token("test", token.place(), Duration.ofSeconds(10))) {
            var now = TestClock.now();
            var file = new PadesSigning(key)
                    .sign(key, Documents.draft(PadesSigning.signer(key), List.of(), now), "Hà Nội", now);

            assertThat(VeraPdf.judges(file)).singleElement().asString().startsWith("PASS");
        }
    }

    @Test
    void aTokenThatHangsHoldsOneThreadAndNobodyElse() throws Exception {
        try (var key = new Token("hangs", token.place(), PATIENCE);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            await().ignoreExceptions().until(() -> isGood(key.sign(TEXT)));
            var before = platformThreads();
            token.hangs();
            var begin = System.nanoTime();

            assertThatThrownBy(() -> key.sign(TEXT))
                    .isInstanceOf(SigningAway.class)
                    .hasMessage("the token hangs");
            for (var one : threads.invokeAll(IntStream.range(0, 100)
                    .<java.util.concurrent.Callable<String>>mapToObj(_ -> () -> reason(key))
                    .toList())) {
                assertThat(one.get()).isEqualTo("the token hangs");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            assertThat(platformThreads()).isLessThanOrEqualTo(before + 4);

            token.goesOn();
            await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> isGood(key.sign(TEXT)));
        }
    }

    @Test
    void aTokenThatIsAwayIsToldAndSignsAgainWhenItIsBack() throws Exception {
        try (var key = new Token("away", token.place(), Duration.ofSeconds(5))) {
            assertThat(isGood(key.sign(TEXT))).isTrue();
            token.dies();

            assertThatThrownBy(() -> key.sign(TEXT)).isInstanceOf(SigningAway.class);
            assertThatThrownBy(() -> key.sign(TEXT)).isInstanceOf(SigningAway.class);
            token.start();

            await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> isGood(key.sign(TEXT)));
        }
    }

    @Test
    void wrongPinAndUnknownAliasAreTold() {
        var place = token.place();
        try (var wrong = new Token(
                        "pin",
                        new KeyGeneration.KeyLocation.Token(place.library(), place.slot(), "0000", place.alias(), null),
                        Duration.ofSeconds(5));
                var unknown = new Token(
                        "alias",
                        new KeyGeneration.KeyLocation.Token(place.library(), place.slot(), place.pin(), "nobody", null),
                        Duration.ofSeconds(5))) {
            assertThatThrownBy(wrong::chain).isInstanceOf(SigningAway.class);
            // Three wrong attempts would lock a token.
            assertThatThrownBy(wrong::chain).isInstanceOf(SigningAway.class).hasMessageContaining("refuses the PIN");
            assertThatThrownBy(unknown::chain)
                    .isInstanceOf(SigningAway.class)
                    .hasMessage("the token has no key of that alias");
        }
    }

    @Test
    void aGenerationInATokenIsReadFromItsFile() throws IOException {
        var generations = Files.createDirectories(folder.resolve("generations"));
        Files.writeString(
                generations.resolve("2026.properties"),
                "from=2020-01-01T00:00:00Z\nuntil=2100-01-01T00:00:00Z\nlibrary=" + token.library() + "\nslot="
                        + SoftToken.SLOT + "\npin=" + SoftToken.PIN + "\nalias=" + SoftToken.ALIAS + "\n");
        var config = KeyGenerationsTest.settings(Map.of("judicial-cert.signature.generations", generations.toString()));
        var keys = new KeyGenerations(
                config.getConfigMapping(JudicialCertConfig.class),
                config.getConfigMapping(SigningConfig.class),
                TestClock.CLOCK);

        assertThat(keys.chain()).isEqualTo(AUTHORITY.chain());
        assertThat(keys.sign(TEXT)).isNotEmpty();
        assertThat(keys.state().generation()).isEqualTo("2026");
        assertThat(keys.state().trouble()).isEmpty();
        keys.end();
    }

    private static String reason(Signatory key) {
        try {
            key.sign(TEXT);
            return "signed";
        } catch (SigningAway e) {
            return e.reason();
        }
    }

    private static long platformThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isVirtual())
                .count();
    }

    private static boolean isGood(byte[] signed) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initVerify(AUTHORITY.chain().getFirst().getPublicKey());
        signature.update(TEXT);
        return signature.verify(signed);
    }
}
