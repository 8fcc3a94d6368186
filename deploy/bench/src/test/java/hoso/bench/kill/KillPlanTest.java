package hoso.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class KillPlanTest {

    @Test
    void aSeedReproducesThePlan() {
        assertThat(KillPlan.of(7, 50, 20_000)).isEqualTo(KillPlan.of(7, 50, 20_000));
        assertThat(KillPlan.of(7, 50, 20_000)).isNotEqualTo(KillPlan.of(8, 50, 20_000));
    }

    @Test
    void everyKillFallsIntoTheWorkAndTheyFollowEachOther() {
        var plan = KillPlan.of(1, 1_000, 20_000);

        assertThat(plan).hasSize(1_000).extracting(KillPlan::afterCommands).isSorted();
        assertThat(plan.getFirst().afterCommands()).isGreaterThanOrEqualTo(400);
        assertThat(plan.getLast().afterCommands()).isLessThan(19_000);
    }

    @Test
    void everythingIsKilledAndTheRelayMost() {
        var plan = KillPlan.of(1, 50, 20_000);

        for (var target : Target.values()) {
            assertThat(plan).extracting(KillPlan::target).contains(target);
        }
        assertThat(plan).filteredOn(one -> one.target() == Target.RELAYING).hasSizeBetween(20, 25);
    }
}
