package hoso.judicialcert.certificate.status;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.id.Ids;
import hoso.judicialcert.certificate.status.StatusBits.Status;
import hoso.judicialcert.person.CertificateId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class CertificateIndexesTest {
    private static final Instant NOW = Instant.parse("2026-12-01T03:00:00Z");
    private static final Ids IDS = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));

    private final Known statuses = new Known();
    private final CertificateIndexes indexes = new CertificateIndexes(statuses, new Lot(IDS));

    @Test
    void thePlacesOfCertificatesDoNotTellTheOrderInWhichTheyWereIssued() {
        var places = draw(1_000);

        var steps = LongStream.range(1, places.size())
                .filter(at -> places.get((int) at) > places.get((int) at - 1))
                .count();
        // In order all would go up; by lot half do. Less than one in 10^9 runs leaves these bounds.
        assertThat(steps).isBetween(400L, 600L);
        assertThat(new HashSet<>(places)).hasSize(1_000);
        assertThat(places).allMatch(place -> StatusIndex.of(place).list() == 0);
    }

    @Test
    void aListIsHalfFullWhenTheNextOneIsBegun() {
        statuses.certificates = Lot.PER_LIST - 1;

        assertThat(draw(2)).extracting(place -> StatusIndex.of(place).list()).containsExactly(0L, 1L);
    }

    @Test
    void decoysThatBelongToNobodyTurnAtMomentsThatHaveNothingToDoWithACertificate() {
        var places = draw(3_000);

        assertThat(statuses.decoys).hasSizeBetween(30, 200);
        assertThat(statuses.decoys.values())
                .allSatisfy(at -> assertThat(at).isBetween(NOW, NOW.plus(Duration.ofDays(45))));
        assertThat(new HashSet<>(statuses.decoys.values())).hasSizeGreaterThan(20);
        assertThat(places).doesNotContainAnyElementsOf(statuses.decoys.keySet());
        assertThat(new HashSet<>(statuses.turns)).containsExactlyInAnyOrder(Status.REVOKED, Status.SUPERSEDED);
    }

    private List<Long> draw(int count) {
        return LongStream.range(0, count).mapToObj(_ -> indexes.next(NOW)).toList();
    }

    /// Places in memory.
    private static final class Known implements Statuses {
        private final Set<Long> taken = new HashSet<>();
        private final Map<Long, Instant> decoys = new HashMap<>();
        private final List<Status> turns = new java.util.ArrayList<>();
        private long certificates;

        @Override
        public List<Long> lists() {
            throw new AssertionError("no lists here");
        }

        @Override
        public Map<Integer, Status> notValid(long list) {
            throw new AssertionError("no lists here");
        }

        @Override
        public boolean take(StatusIndex place, CertificateId certificate) {
            throw new AssertionError("no copies here");
        }

        @Override
        public boolean takeForCertificate(StatusIndex place) {
            return taken.add(place.index());
        }

        @Override
        public boolean takeForDecoy(StatusIndex place, Status turnsTo, Instant turnsAt) {
            var isFree = taken.add(place.index());
            if (isFree) {
                decoys.put(place.index(), turnsAt);
                turns.add(turnsTo);
            }
            return isFree;
        }

        @Override
        public long nextCertificate() {
            return certificates++;
        }

        @Override
        public long nextCopy() {
            throw new AssertionError("no copies here");
        }
    }
}
