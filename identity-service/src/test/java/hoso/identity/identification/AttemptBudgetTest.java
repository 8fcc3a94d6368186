package hoso.identity.identification;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.identity.identification.AttemptBudget.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class AttemptBudgetTest {
    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LIMIT = 10;

    @Test
    void theLastAttemptIsTheLastUntilTheWindowEnds() {
        var budget = new AttemptBudget(LIMIT - 1, NOW);

        var last = left(budget.spend(NOW.plusSeconds(60), LIMIT, DAY));

        assertThat(last.spend(NOW.plus(DAY).minusSeconds(1), LIMIT, DAY))
                .isEqualTo(new Spending.Exhausted(Duration.ofSeconds(1)));
        assertThat(last.spend(NOW.plus(DAY), LIMIT, DAY))
                .isEqualTo(new Spending.Spent(new AttemptBudget(1, NOW.plus(DAY))));
    }

    @Test
    void theWindowBeginsWithTheFirstAttempt() {
        var untouched = AttemptBudget.full(NOW);

        assertThat(left(untouched.spend(NOW.plusSeconds(7200), LIMIT, DAY)))
                .isEqualTo(new AttemptBudget(1, NOW.plusSeconds(7200)));
    }

    @Test
    void anAttemptGivenBackIsThereAgain() {
        var exhausted = new AttemptBudget(LIMIT, NOW);

        assertThat(exhausted.giveBack().spend(NOW, LIMIT, DAY)).isInstanceOf(Spending.Spent.class);
        assertThat(AttemptBudget.full(NOW).giveBack()).isEqualTo(AttemptBudget.full(NOW));
    }

    @Test
    void inNoWindowAreMoreAttemptsInVainThanAllowed() {
        var random = new Random(20261125);
        var budget = AttemptBudget.full(NOW);
        var now = NOW;
        var begun = NOW;
        var inVain = 0;
        for (var i = 0; i < 20_000; i++) {
            now = now.plusSeconds(random.nextInt(7200));
            if (budget.spend(now, LIMIT, DAY) instanceof Spending.Spent(var left)) {
                if (!left.begun().equals(begun)) {
                    begun = left.begun();
                    inVain = 0;
                }
                if (random.nextBoolean()) {
                    budget = left.giveBack();
                } else {
                    budget = left;
                    inVain++;
                }
            } else {
                assertThat(now).isBefore(begun.plus(DAY));
            }
            assertThat(inVain).isLessThanOrEqualTo(LIMIT);
        }
    }

    private static AttemptBudget left(Spending spending) {
        return ((Spending.Spent) spending).left();
    }
}
