package hoso.judicialcert.certificate.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.chassis.hash.Sha256;
import hoso.chassis.testing.AgainstBadPartners;
import hoso.chassis.testing.FreePort;
import hoso.chassis.testing.TestClock;
import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The authority is the sandbox, which stamps by another library's code and misbehaves on request.
@Tag("core")
class TimeStampTest {
    private static final byte[] DIGEST = Sha256.of(new byte[] {1, 2, 3});
    private static TimeStampSandbox authority;
    private static List<X509Certificate> anchors;

    @BeforeAll
    static void open() {
        authority = new TimeStampSandbox();
        anchors = authority.anchors();
    }

    @AfterAll
    static void close() {
        authority.close();
    }

    @AfterEach
    void mend() {
        authority.behaves("""
                {"delayMs":0,"down":false,"wrongNonce":false,"wrongImprint":false,"expired":false,"stranger":false,"refuses":false}
                """);
    }

    @Test
    void aStampIsOverWhatWasAskedAndBringsItsChain() throws Exception {
        var stamp = client(anchors).over(DIGEST);

        var token = new TimeStampToken(new CMSSignedData(stamp.token()));
        assertThat(token.getTimeStampInfo().getMessageImprintDigest()).isEqualTo(DIGEST);
        assertThat(token.getTimeStampInfo().getGenTime().toInstant())
                .isBetween(TestClock.now().minusSeconds(60), TestClock.now().plusSeconds(60));
        assertThat(stamp.chain()).hasSize(2).endsWith(anchors.getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "wrongNonce, not to be trusted",
        "wrongImprint, not to be trusted",
        "expired, not to be trusted",
        "stranger, not to be trusted",
        "refuses, refuses",
        "down, does not answer"
    })
    void aBadAnswerIsNoStamp(String how, String told) {
        authority.behaves("{\"" + how + "\":true}");

        assertThatThrownBy(() -> client(anchors).over(DIGEST))
                .isInstanceOf(SigningAway.class)
                .hasMessageContaining(told);
    }

    @Test
    void anAuthorityThatNobodyNamedIsNotTrusted() {
        assertThatThrownBy(() -> client(List.of(new Authority().anchor())).over(DIGEST))
                .isInstanceOf(SigningAway.class)
                .hasMessageContaining("not to be trusted");
    }

    @Test
    void nobodyWaitsLongForASlowAuthority() {
        authority.behaves("{\"delayMs\":30000}");
        var begin = System.nanoTime();

        assertThatThrownBy(() -> client(anchors).over(DIGEST))
                .isInstanceOf(SigningAway.class)
                .hasMessageContaining("does not answer");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whateverATimeStampAuthorityDoesAskingItEnds() {
        AgainstBadPartners.hold(
                url -> () -> new TimeStampClient(
                                url,
                                () -> anchors,
                                Duration.ofSeconds(2),
                                Duration.ofMinutes(5),
                                TestClock.CLOCK,
                                TimeStampTest::random)
                        .over(DIGEST),
                came -> came.fault() instanceof SigningAway);
    }

    @Test
    void aClockThatIsFarFromOursIsNotBelieved() {
        var tomorrow = Clock.offset(TestClock.CLOCK, Duration.ofDays(1));

        assertThatThrownBy(() -> client(authority.url(), anchors, tomorrow).over(DIGEST))
                .isInstanceOf(SigningAway.class)
                .hasMessageContaining("clock");
    }

    @Test
    void nobodyListeningIsTold() {
        var nowhere = URI.create("http://localhost:" + FreePort.any() + "/");

        assertThatThrownBy(() -> client(nowhere, anchors, TestClock.CLOCK).over(DIGEST))
                .isInstanceOf(SigningAway.class)
                .hasMessageContaining("does not answer");
    }

    private static TimeStamps client(List<X509Certificate> trusted) {
        return client(authority.url(), trusted, TestClock.CLOCK);
    }

    static TimeStamps client(URI url, List<X509Certificate> trusted, Clock clock) {
        return new TimeStampClient(
                url, () -> trusted, Duration.ofSeconds(2), Duration.ofMinutes(5), clock, TimeStampTest::random);
    }

    static byte[] random(int size) {
        var bytes = new byte[size];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
