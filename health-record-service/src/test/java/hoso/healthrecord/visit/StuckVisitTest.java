package hoso.healthrecord.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.testing.Servers;
import hoso.chassis.work.StuckCount;
import hoso.healthrecord.IdentityAddress;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The visits of these tests are of a year in which nothing else happened: they go with the transaction of the test.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class StuckVisitTest {
    private static final Instant THEN = Instant.parse("2001-02-03T04:05:06Z");
    private static final int FAILURES = 5;

    @Inject
    StuckVisitRows stuck;

    @Inject
    EntityManager entities;

    @Test
    @TestTransaction
    void visitsThatLieApartAreCountedWithTheReasonOfTheOldest() {
        held("IDENTITY_DIFFERS", THEN.minusSeconds(2));
        held("NUMBER_NOT_VALID", THEN);
        held("NUMBER_NOT_VALID", THEN.plusSeconds(1));

        assertThat(stuck.stuck(FAILURES, THEN))
                .containsExactly(new StuckCount("visits", 2, THEN.minusSeconds(2), "IDENTITY_DIFFERS"));
    }

    @Test
    @TestTransaction
    void aVisitThatWasPutApartJustNowIsNotStuck() {
        held("IDENTITY_DIFFERS", THEN.plusSeconds(1));

        assertThat(stuck.stuck(FAILURES, THEN)).isEmpty();
        assertThat(stuck.workers()).containsExactly("visits");
    }

    private void held(String because, Instant at) {
        entities.createNativeQuery("""
                        insert into held_visit (id, because, facility, episode, admitted_at, received_at, held_at, format,
                            demographics, sha256, summary, document)
                        values (gen_random_uuid(), :because, '01001', 'E1', :at, :at, :at, 'CLAIM_XML',
                            cast(repeat('d', 32) as bytea), cast(repeat('s', 32) as bytea), 'summary', 'document')
                        """)
                .setParameter("because", because)
                .setParameter("at", at)
                .executeUpdate();
    }
}
