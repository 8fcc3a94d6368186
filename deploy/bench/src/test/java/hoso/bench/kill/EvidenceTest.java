package hoso.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.bench.kill.Evidence.Effect;
import hoso.bench.kill.Evidence.Fact;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class EvidenceTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final List<Fact> FACTS = List.of(new Fact(A, "a"), new Fact(B, "b"));
    private static final Set<String> ANSWERED = Set.of("a", "b");

    @Test
    void eachFactToldAndTakenInOnceIsAsPromised() {
        var evidence = new Evidence(ANSWERED, FACTS, List.of(A, B), List.of(effect(A, 1), effect(B, 2)));

        assertThat(evidence.lost()).isEmpty();
        assertThat(evidence.untaken()).isEmpty();
        assertThat(evidence.doubled()).isEmpty();
        assertThat(evidence.repeated()).isZero();
        assertThat(evidence.disordered()).isZero();
    }

    @Test
    void anAnsweredCommandWithoutAFactIsLost() {
        var evidence = new Evidence(ANSWERED, FACTS.subList(0, 1), List.of(A), List.of(effect(A, 1)));

        assertThat(evidence.lost()).containsExactly("b");
    }

    @Test
    void aFactThatIsNotToldIsLost() {
        var evidence = new Evidence(ANSWERED, FACTS, List.of(A), List.of(effect(A, 1)));

        assertThat(evidence.lost()).containsExactly(B.toString());
    }

    @Test
    void aFactThatIsToldButNotTakenInIsNoLossOfTheRelay() {
        var evidence = new Evidence(ANSWERED, FACTS, List.of(A, B), List.of(effect(B, 2)));

        assertThat(evidence.lost()).isEmpty();
        assertThat(evidence.untaken()).containsExactly(A.toString());
    }

    @Test
    void aFactToldTwiceIsAllowedButAnEffectHappensOnce() {
        var evidence =
                new Evidence(ANSWERED, FACTS, List.of(A, B, A), List.of(effect(A, 1), effect(B, 2), effect(A, 1)));

        assertThat(evidence.repeated()).isEqualTo(1);
        assertThat(evidence.doubled()).containsExactly(A.toString());
    }

    @Test
    void aCommandSentAgainMakesOneFact() {
        var facts = List.of(new Fact(A, "a"), new Fact(B, "a"));
        var evidence = new Evidence(Set.of("a"), facts, List.of(A, B), List.of(effect(A, 1), effect(B, 2)));

        assertThat(evidence.doubled()).containsExactly("a");
    }

    @Test
    void anEffectOfWhatWasNeverCommittedIsOneTooMany() {
        var evidence =
                new Evidence(Set.of("a"), FACTS.subList(0, 1), List.of(A, B), List.of(effect(A, 1), effect(B, 2)));

        assertThat(evidence.doubled()).containsExactly(B.toString());
    }

    @Test
    void anOlderVersionAfterANewerOneIsOutOfOrder() {
        var evidence = new Evidence(ANSWERED, FACTS, List.of(A, B), List.of(effect(B, 2), effect(A, 1)));

        assertThat(evidence.disordered()).isEqualTo(1);
    }

    private static Effect effect(UUID event, long version) {
        return new Effect(event, "subject", version);
    }
}
