package hoso.judicialcert.certificate.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hoso.chassis.testing.TestClock;
import hoso.judicialcert.JudicialCertConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("core")
class KeyGenerationsTest {
    private final Instant now = TestClock.now();
    private static final Authority OLD = new Authority();
    private static final Authority NEW = Authority.rsa();

    @TempDir
    Path folder;

    private final Hand hand = new Hand();

    /// A clock that stands where it is put.
    private static final class Hand extends Clock {
        private volatile Instant now = TestClock.now();

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void theNewestGenerationInForceSigns() throws IOException {
        generation("2025", OLD, now.minus(Duration.ofDays(300)), now.plus(Duration.ofDays(30)), "");
        generation("2026", NEW, now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(360)), "");
        var keys = keys();

        assertThat(keys.chain().getFirst()).isEqualTo(OLD.chain().getFirst());
        hand.now = now.plus(Duration.ofDays(3));
        assertThat(keys.chain().getFirst()).isEqualTo(NEW.chain().getFirst());
        hand.now = now.plus(Duration.ofDays(361));
        assertThatThrownBy(keys::chain)
                .isInstanceOf(SigningAway.class)
                .hasMessageContaining("no key generation is in force");
        assertThat(keys.state().trouble()).isEqualTo("no key generation is in force");
    }

    @Test
    void aGenerationThatIsLaidDownSignsFromItsMomentOnWithoutRestartAndWithoutPause() throws Exception {
        generation("2025", OLD, now.minus(Duration.ofDays(300)), now.plus(Duration.ofDays(300)), "");
        var keys = keys();
        var old = OLD.chain().getFirst();
        var fresh = NEW.chain().getFirst();
        var signers = ConcurrentHashMap.<X509Certificate>newKeySet();
        var isOver = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var signing = threads.submit(() -> {
                var signed = 0;
                while (!isOver.get()) {
                    var key = keys.now();
                    var text = "document " + signed++;
                    assertThat(isGood(key.chain().getFirst(), key.sign(bytes(text)), text))
                            .isTrue();
                    signers.add(key.chain().getFirst());
                }
                return signed;
            });
            await().until(() -> signers.contains(old));
            generation("2026", NEW, now.plus(Duration.ofSeconds(30)), now.plus(Duration.ofDays(360)), "");
            hand.now = now.plus(Duration.ofSeconds(60));
            await().until(() -> signing.isDone() || signers.contains(fresh));
            isOver.set(true);

            assertThat(signing.get()).isPositive();
        }
        assertThat(keys.state().generation()).isEqualTo("2026");
        assertThat(signers).containsExactlyInAnyOrder(old, fresh);
    }

    @Test
    void aDocumentBegunWithOneGenerationIsEndedWithIt() throws Exception {
        generation("2025", OLD, now.minus(Duration.ofDays(300)), now.plus(Duration.ofDays(300)), "");
        generation("2026", NEW, now.plus(Duration.ofSeconds(30)), now.plus(Duration.ofDays(360)), "");
        var key = keys().now();

        hand.now = now.plus(Duration.ofSeconds(60));

        assertThat(isGood(OLD.chain().getFirst(), key.sign(bytes("text")), "text"))
                .isTrue();
    }

    @Test
    void aFileThatIsWrongChangesNothingAndIsTold() throws IOException {
        generation("2025", OLD, now.minus(Duration.ofDays(300)), now.plus(Duration.ofDays(300)), "");
        var keys = keys();
        assertThat(keys.chain()).hasSize(2);

        Files.writeString(folder.resolve("2026.properties"), "from=soon\nkeystore=x.p12");
        hand.now = now.plus(Duration.ofSeconds(60));

        assertThat(keys.chain().getFirst()).isEqualTo(OLD.chain().getFirst());
        assertThatThrownBy(() -> read("from=soon")).hasMessage("key generation x needs from as 2026-01-01T00:00:00Z");
        assertThatThrownBy(() -> read("form=2026-01-01T00:00:00Z"))
                .hasMessageContaining("does not know form; it knows");
        assertThatThrownBy(() -> read("from=2026-01-01T00:00:00Z\nuntil=2025-01-01T00:00:00Z"))
                .hasMessageContaining("ends before it begins");
        assertThatThrownBy(() -> read("from=2026-01-01T00:00:00Z\nuntil=2027-01-01T00:00:00Z\nkeystore=k"))
                .hasMessageContaining("needs password");
        assertThatThrownBy(() -> read("from=2026-01-01T00:00:00Z\nuntil=2027-01-01T00:00:00Z\nlevel=LTA"))
                .hasMessageContaining("level B, T or LT");
        assertThatThrownBy(
                        () -> read("from=2026-01-01T00:00:00Z\nuntil=2027-01-01T00:00:00Z\nlibrary=l\nslot=one\npin=1"))
                .hasMessageContaining("slot that is no number");
    }

    @Test
    void aKeyWhoseCertificateIsOverSignsNoMore() throws IOException {
        generation("2025", OLD, now.minus(Duration.ofDays(300)), now.plus(Duration.ofDays(12_000)), "");
        hand.now = now.plus(Duration.ofDays(11_000));

        assertThatThrownBy(() -> keys().chain()).isInstanceOf(SigningAway.class).hasMessageContaining("out of date");
    }

    @Test
    void statementsAreSignedByBothKindsOfKey() throws Exception {
        for (var authority : List.of(OLD, NEW)) {
            var statement = new SignedStatement(authority.signatory()).sign("test+jwt", "{\"a\":1}");
            var parts = statement.split("\\.", -1);
            var header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            var isRsa = authority == NEW;

            var signature = Signature.getInstance(isRsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
            signature.initVerify(authority.chain().getFirst().getPublicKey());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2])))
                    .isTrue();
            assertThat(header).contains(isRsa ? "\"alg\":\"RS256\"" : "\"alg\":\"ES256\"", "\"typ\":\"test+jwt\"");
        }
    }

    @Test
    void aSignatureIsWrittenAsJoseWantsItHoweverShortItsNumbersAre() throws GeneralSecurityException {
        // One in 128 signatures has a number of less than 32 bytes.
        for (var i = 0; i < 2000; i++) {
            var text = "text " + i;
            var both = SignedStatement.concatenated(OLD.signatory().sign(bytes(text)));

            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(OLD.chain().getFirst().getPublicKey());
            signature.update(bytes(text));
            assertThat(signature.verify(both)).as(text).isTrue();
        }
    }

    @Test
    void theAnchorsOfAllGenerationsAreTrusted() throws IOException {
        var anchors = folder.resolve("anchors.pem");
        OLD.writeTo(folder.resolve("old.p12"), "p", "signing", anchors);
        var trust = new TrustAnchors(config(anchors).getConfigMapping(JudicialCertConfig.class));
        assertThat(trust.all()).containsExactly(OLD.anchor());

        NEW.writeTo(folder.resolve("new.p12"), "p", "signing", folder.resolve("new.pem"));
        Files.writeString(anchors, Files.readString(anchors) + Files.readString(folder.resolve("new.pem")));

        assertThat(trust.all()).containsExactly(OLD.anchor(), NEW.anchor());
        assertThat(trust.all()).isSameAs(trust.all());
    }

    private static KeyGeneration read(String text) throws IOException {
        var properties = new java.util.Properties();
        properties.load(new java.io.StringReader(text));
        return KeyGeneration.read("x", properties, Path.of("."));
    }

    private void generation(String name, Authority authority, Instant from, Instant until, String more)
            throws IOException {
        authority.writeTo(folder.resolve(name + ".p12"), "secret", "signing", folder.resolve(name + ".pem"));
        Files.writeString(
                folder.resolve(name + ".properties"),
                "from=" + from + "\nuntil=" + until + "\nkeystore=" + name + ".p12\npassword=secret\nalias=signing\n"
                        + more);
    }

    private KeyGenerations keys() {
        var config = config(folder.resolve("none.pem"));
        return new KeyGenerations(
                config.getConfigMapping(JudicialCertConfig.class), config.getConfigMapping(SigningConfig.class), hand);
    }

    private io.smallrye.config.SmallRyeConfig config(Path anchors) {
        return settings(Map.of(
                "judicial-cert.signature.generations",
                folder.toString(),
                "judicial-cert.verification.trust-anchor",
                anchors.toString()));
    }

    /// The settings of the service with some of our own.
    static io.smallrye.config.SmallRyeConfig settings(Map<String, String> own) {
        var all = new java.util.HashMap<>(Map.of("BANK_CALLBACK_SECRET", "test"));
        all.putAll(own);
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new io.smallrye.config.PropertiesConfigSource(all, "test", 1000))
                .withSources(packaged())
                .withMapping(JudicialCertConfig.class)
                .withMapping(SigningConfig.class)
                .withConverter(Duration.class, 100, new io.quarkus.runtime.configuration.DurationConverter())
                .withValidateUnknown(false)
                .build();
    }

    private static io.smallrye.config.PropertiesConfigSource packaged() {
        try {
            return new io.smallrye.config.PropertiesConfigSource(
                    KeyGenerationsTest.class.getResource("/application.properties"), 100);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isGood(X509Certificate certificate, byte[] signed, String text) {
        try {
            var signature = Signature.getInstance(
                    StoredKey.algorithm(certificate.getPublicKey().getAlgorithm()));
            signature.initVerify(certificate.getPublicKey());
            signature.update(bytes(text));
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
