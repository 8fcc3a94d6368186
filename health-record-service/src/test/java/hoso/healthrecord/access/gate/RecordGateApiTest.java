package hoso.healthrecord.access.gate;

import static hoso.healthrecord.Story.NAME;
import static hoso.healthrecord.Story.sends;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.chassis.database.Statements;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.healthrecord.Identity;
import hoso.healthrecord.IdentityAddress;
import hoso.healthrecord.Story;
import hoso.healthrecord.access.journal.Asker;
import hoso.healthrecord.access.journal.Purpose;
import hoso.healthrecord.access.journal.Right;
import hoso.healthrecord.access.journal.Wanted;
import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.visit.Visits.Kept;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Decision, reading and entry are one transaction.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class RecordGateApiTest {
    private static final Asker DOCTOR =
            new Asker.Professional(UUID.randomUUID(), "BS. Thử", "health-professional", "79001");
    private static final int AT_ONCE = 64;

    private final Story lan = new Story();

    @Inject
    RecordGate gate;

    @Inject
    GuardedVisits visits;

    @Inject
    SomeGrants grants;

    @Inject
    Statements statements;

    private Identity identity;
    private UUID record;
    private UUID visit;

    @BeforeEach
    void oneVisit() throws IOException {
        identity = new Identity();
        identity.knows(lan.citizen, lan.number, NAME, "1985-03-17");
        record = UUID.fromString(lan.integrates().statusCode(200).extract().path("recordId"));
        visit = UUID.fromString(sends(lan.claim(Story.episode()).bytes())
                .statusCode(201)
                .extract()
                .path("visitId"));
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void eachReadingHasOneEntryAndTheChainHolds() {
        var grant = granted(null);

        assertThat(reads(grant, visit)).isInstanceOf(Passage.Shown.class);
        assertThat(reads(grant, UUID.randomUUID())).isInstanceOf(Passage.Nothing.class);
        takenBack(grant);
        assertThat(reads(grant, visit)).isEqualTo(new Passage.Refused<Kept>(AccessRefusal.ENDED));
        assertThat(reads(
                        new Grant(UUID.randomUUID(), Right.CONSENT, record, DOCTOR.key(), grant.term(), grant.terms()),
                        visit))
                .isEqualTo(new Passage.Refused<Kept>(AccessRefusal.NONE));

        assertThat(outcomes()).containsExactly("SHOWN", "NOTHING", "REFUSED");
    }

    @Test
    void aReadingThatFailsLeavesNeitherContentNorEntry() {
        var grant = granted(null);

        assertThatThrownBy(() -> gate.read(request(grant, visit), _ -> {
                    throw new IllegalStateException("the database went away");
                }))
                .hasMessageContaining("went away");

        assertThat(outcomes()).isEmpty();
    }

    @Test
    void aSightIsBlindOnceItsReadingIsOver() {
        var kept = new ArrayList<Sight>();
        gate.read(request(granted(null), visit), sight -> {
            kept.add(sight);
            return Optional.of("read");
        });

        assertThatThrownBy(() -> visits.find(kept.getFirst(), visit)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ofManyReadingsAtOnceNoMoreAreLetInThanAgreed() throws Exception {
        var grant = granted(new Grant.Allowance(5, Duration.ofHours(1)));

        var shown = 0;
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, AT_ONCE)
                    .<Callable<Passage<Kept>>>mapToObj(_ -> () -> reads(grant, visit))
                    .toList();
            for (var one : people.invokeAll(all)) {
                shown += one.get() instanceof Passage.Shown ? 1 : 0;
            }
        }

        assertThat(shown).isEqualTo(5);
        assertThat(outcomes()).hasSize(AT_ONCE).filteredOn("SHOWN"::equals).hasSize(5);
        assertThat(brokenLinks()).isZero();
    }

    @Test
    void anEntryIsNeitherChangedNorRemoved() {
        reads(granted(null), visit);

        assertThatThrownBy(() -> statements.update("delete from access_entry where record_id = ?", record))
                .hasRootCauseMessage("ERROR: an entry of an access journal is neither changed nor removed\n"
                        + "  Where: PL/pgSQL function access_entry_stays() line 3 at RAISE");
    }

    private Passage<Kept> reads(Grant grant, UUID visit) {
        return gate.read(request(grant, visit), sight -> visits.find(sight, visit));
    }

    private static AccessRequest request(Grant grant, UUID visit) {
        return new AccessRequest(
                DOCTOR, Set.of(Right.CONSENT), grant.id(), Purpose.TREATMENT, Wanted.of(Wanted.Kind.VISIT, visit));
    }

    private Grant granted(Grant.@Nullable Allowance allowance) {
        var now = TestClock.now();
        var grant = new Grant(
                UUID.randomUUID(),
                Right.CONSENT,
                record,
                DOCTOR.key(),
                new Grant.Term(now.minusSeconds(60), now.plusSeconds(3600), null),
                new Grant.Terms(Set.of(Purpose.TREATMENT), DataKind.ALL, Set.of(), Grant.Days.ALL, false, allowance));
        grants.give(grant);
        return grant;
    }

    private void takenBack(Grant grant) {
        var term = new Grant.Term(grant.term().from(), grant.term().until(), Instant.EPOCH);
        grants.give(new Grant(grant.id(), grant.right(), grant.record(), grant.holder(), term, grant.terms()));
    }

    private List<String> outcomes() {
        return statements
                .first(
                        "select array_agg(outcome order by sequence) from access_entry where record_id = ?",
                        row -> row.getArray(1) == null
                                ? List.<String>of()
                                : List.of((String[]) row.getArray(1).getArray()),
                        record)
                .orElseThrow();
    }

    /// Entries whose place is not the one after their predecessor's.
    private long brokenLinks() {
        return statements
                .first(
                        "select max(sequence) - count(*) from access_entry where record_id = ?",
                        row -> row.getLong(1),
                        record)
                .orElseThrow();
    }
}
