package hoso.judicialcert.certificate.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.chassis.work.StuckItems;
import hoso.judicialcert.certificate.signing.Authority;
import hoso.judicialcert.certificate.status.StatusBits.Status;
import hoso.judicialcert.person.CertificateId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class StatusBitsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    /// The certificates of this test, and a way to be away.
    private static final class Known implements Statuses {
        private final Map<Integer, Status> entries = new HashMap<>();
        private final AtomicInteger asked = new AtomicInteger();
        private boolean away;

        @Override
        public List<Long> lists() {
            return List.of(0L);
        }

        @Override
        public Map<Integer, Status> notValid(long list) {
            asked.incrementAndGet();
            if (away) {
                throw new IllegalStateException("away");
            }
            return Map.copyOf(entries);
        }

        @Override
        public boolean take(StatusIndex place, CertificateId certificate) {
            throw new AssertionError("no copies here");
        }

        @Override
        public boolean takeForCertificate(StatusIndex place) {
            throw new AssertionError("no certificates here");
        }

        @Override
        public boolean takeForDecoy(StatusIndex place, Status turnsTo, Instant turnsAt) {
            throw new AssertionError("no decoys here");
        }

        @Override
        public long nextCertificate() {
            throw new AssertionError("no certificates here");
        }

        @Override
        public long nextCopy() {
            throw new AssertionError("no copies here");
        }
    }

    /// A clock that is put forward by hand.
    private static final class Hands extends Clock {
        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        void forward(Duration by) {
            now = now.plus(by);
        }
    }

    /// Nothing is counted here.
    private static final class NothingStuck implements StuckItems {
        @Override
        public int failed(String worker, UUID item, String reason) {
            return 1;
        }

        @Override
        public void leftToPerson(String worker, UUID item, String reason) {}

        @Override
        public void done(String worker, UUID item) {}

        @Override
        public Set<UUID> of(String worker) {
            return Set.of();
        }
    }

    private record Fixed() implements StatusConfig {
        @Override
        public URI uri() {
            return URI.create("https://hoso.example.vn/api/judicial-cert/status-lists");
        }

        @Override
        public Duration validity() {
            return Duration.ofHours(25);
        }

        @Override
        public Duration renewal() {
            return Duration.ofMinutes(30);
        }

        @Override
        public Duration ttl() {
            return Duration.ofSeconds(15);
        }

        @Override
        public Duration lookAgain() {
            return Duration.ofSeconds(1);
        }
    }

    private final Known known = new Known();
    private final Hands clock = new Hands();
    private final PublishStatus publish =
            new PublishStatus(known, new Authority().statement(), clock, new Fixed(), new NothingStuck());

    @Test
    void entriesStandWhereTheStandardPutsThem() {
        // Token Status List, example with two bits: 0xC9 0x44 0xF9, of which only entries 1 and 9 say SUSPENDED, a word
        // we have not.
        var list = new StatusBits(Map.of(
                0,
                Status.REVOKED,
                3,
                Status.SUPERSEDED,
                5,
                Status.REVOKED,
                7,
                Status.REVOKED,
                8,
                Status.REVOKED,
                10,
                Status.SUPERSEDED,
                11,
                Status.SUPERSEDED));

        assertThat(list.bytes()).startsWith(0xC9 & ~0b1000, 0x44, 0xF9 & ~0b1000);
    }

    @Test
    void bytesAreCompressedAsInTheStandard() {
        assertThat(StatusBits.compressed(new byte[] {(byte) 0xC9, 0x44, (byte) 0xF9}))
                .isEqualTo("eNo76fITAAPfAgc");
        assertThat(StatusBits.compressed(new byte[] {(byte) 0xB9, (byte) 0xA3})).isEqualTo("eNrbuRgAAhcBXQ");
    }

    @Test
    void aListHasTheSameLengthHoweverFewStandInIt() throws IOException {
        for (var entries : List.of(Map.<Integer, Status>of(), Map.of(65_535, Status.REVOKED))) {
            var packed = Base64.getUrlDecoder().decode(new StatusBits(entries).compressed());
            try (var inflated = new InflaterInputStream(new ByteArrayInputStream(packed))) {
                assertThat(inflated.readAllBytes()).hasSize(16_384);
            }
        }
    }

    @Test
    void everyStatusIndexHasOnePlaceAndEveryPlaceOneIndex() {
        for (var index : new long[] {0, 1, 65_535, 65_536, 131_071, 131_072, 65_536_000_000L, Long.MAX_VALUE}) {
            assertThat(StatusIndex.of(index).index()).isEqualTo(index);
            assertThat(StatusIndex.of(index).entry()).isBetween(0, 65_535);
        }
        assertThat(StatusIndex.of(65_536)).isEqualTo(new StatusIndex(1, 0));
    }

    @Test
    void aListIsSignedAnewWhenSomethingChangedAndNotBefore() {
        var first = token();
        clock.forward(Duration.ofMinutes(5));
        assertThat(token()).isEqualTo(first);

        known.entries.put(7, Status.REVOKED);
        clock.forward(Duration.ofSeconds(1));

        assertThat(token()).isNotEqualTo(first);
    }

    @Test
    void aListThatIsFetchedOnceADayStillCountsUntilTheNextIsFetched() {
        for (var i = 0; i < 200; i++) {
            var list = publish.list(0).orElseThrow();
            assertThat(Duration.between(clock.instant(), list.expiresAt())).isGreaterThan(Duration.ofDays(1));
            clock.forward(Duration.ofMinutes(1));
        }
    }

    @Test
    void aThousandAtOnceAreOneQueryAndOneSignature() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var askers = IntStream.range(0, 1_000)
                    .<Callable<String>>mapToObj(_ -> this::token)
                    .toList();
            var tokens = threads.invokeAll(askers).stream()
                    .map(answer -> answer.resultNow())
                    .collect(Collectors.toSet());

            assertThat(tokens).hasSize(1);
            assertThat(known.asked).hasValue(1);
        }
    }

    @Test
    void whileTheDatabaseIsAwayTheLastListIsServedUntilItExpires() {
        var last = token();
        known.away = true;
        clock.forward(Duration.ofHours(25).minusMinutes(1));
        assertThat(token()).isEqualTo(last);

        clock.forward(Duration.ofMinutes(1));

        assertThatThrownBy(this::token).isInstanceOf(IllegalStateException.class);
        known.away = false;
        assertThat(token()).isNotEqualTo(last);
    }

    @Test
    void aListNobodyStandsInIsNone() {
        assertThat(publish.list(1)).isEmpty();
        assertThat(publish.uri(new StatusIndex(3, 9))).hasToString(new Fixed().uri() + "/3");
    }

    private String token() {
        return publish.list(0).orElseThrow().token();
    }
}
