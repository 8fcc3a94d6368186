package hoso.healthrecord.access.gate;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.access.gate.AccessRule.Decision;
import hoso.healthrecord.access.journal.Asker;
import hoso.healthrecord.access.journal.Purpose;
import hoso.healthrecord.access.journal.Right;
import hoso.healthrecord.access.journal.Wanted;
import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.access.restriction.Denial;
import hoso.healthrecord.access.restriction.SensitiveCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Who may read what: each reason by itself, then all combinations.
@Tag("core")
class AccessRuleTest {
    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
    private static final UUID RECORD = UUID.randomUUID();
    private static final UUID DOCTOR = UUID.randomUUID();
    private static final String FACILITY = "79001";
    private static final Asker ASKER = new Asker.Professional(DOCTOR, "BS. Thử", "health-professional", FACILITY);

    /// One combination of all that the rule looks at.
    private record Case(
            boolean holder,
            Right right,
            int starts,
            int ends,
            boolean ended,
            boolean purpose,
            boolean summaryOnly,
            Wanted.Kind wanted,
            boolean allKinds,
            Denied denied,
            boolean used) {}

    private enum Denied {
        NOT,
        ALWAYS,
        NOT_IN_EMERGENCY
    }

    @Test
    void ofAllCombinationsOnlyThoseAreLetInOfWhichEveryConditionHolds() {
        var cases = all();

        assertThat(cases).hasSizeGreaterThan(20_000);
        for (var one : cases) {
            assertThat(isPermitted(one)).as(one.toString()).isEqualTo(mayRead(one));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "another holder, NONE",
        "denied, NONE",
        "ended, ENDED",
        "too early, NOT_YET",
        "too late, EXPIRED",
        "another purpose, OTHER_PURPOSE",
        "summary only, SUMMARY_ONLY",
        "document of some kinds, NOT_COVERED",
        "used up, TOO_OFTEN"
    })
    void eachReasonIsTold(String what, AccessRefusal because) {
        var one = new Case(
                !what.equals("another holder"),
                Right.CONSENT,
                what.equals("too early") ? 1 : -1,
                what.equals("too late") ? 0 : 1,
                what.equals("ended"),
                !what.equals("another purpose"),
                what.equals("summary only"),
                what.startsWith("document") ? Wanted.Kind.DOCUMENT : Wanted.Kind.VISIT,
                !what.startsWith("document"),
                what.equals("denied") ? Denied.ALWAYS : Denied.NOT,
                what.equals("used up"));

        assertThat(decide(one)).isEqualTo(new Decision.Refused(because));
    }

    @ParameterizedTest
    @EnumSource(Right.class)
    void sensitiveCategoriesAreSeenWhereTheCitizenNamedThemAndInAnEmergencyAndByGuardians(Right right) {
        var seen = switch (decide(open(right))) {
            case Decision.Permitted(var restriction) -> restriction.named();
            case Decision.Refused(var because) -> throw new AssertionError(because);
        };

        assertThat(seen)
                .isEqualTo(
                        right == Right.EMERGENCY || right == Right.GUARDIAN
                                ? EnumSet.allOf(SensitiveCategory.class)
                                : EnumSet.of(SensitiveCategory.GENETICS));
    }

    private static Case open(Right right) {
        return new Case(true, right, -1, 1, false, true, false, Wanted.Kind.VISIT, true, Denied.NOT, false);
    }

    /// What the rule is meant to say, told as one sentence.
    private static boolean mayRead(Case one) {
        var deniedNow =
                one.denied == Denied.ALWAYS || (one.denied == Denied.NOT_IN_EMERGENCY && one.right != Right.EMERGENCY);
        var document = one.wanted == Wanted.Kind.DOCUMENT || one.wanted == Wanted.Kind.EXPORT;
        return one.holder
                && !deniedNow
                && one.starts <= 0
                && one.ends > 0
                && !one.ended
                && one.purpose
                && (!one.summaryOnly || one.wanted == Wanted.Kind.SUMMARY)
                && (!document || one.allKinds)
                && !one.used;
    }

    private static boolean isPermitted(Case one) {
        return decide(one) instanceof Decision.Permitted;
    }

    private static Decision decide(Case one) {
        var term = new Grant.Term(
                NOW.plusSeconds(one.starts), NOW.plusSeconds(one.ends), one.ended ? NOW.minusSeconds(1) : null);
        var terms = new Grant.Terms(
                Set.of(one.purpose ? Purpose.TREATMENT : Purpose.INSURANCE),
                one.allKinds ? DataKind.ALL : Set.of(DataKind.DIAGNOSIS),
                Set.of(SensitiveCategory.GENETICS),
                Grant.Days.ALL,
                one.summaryOnly,
                new Grant.Allowance(3, Duration.ofDays(1)));
        var grant = new Grant(
                UUID.randomUUID(),
                one.right,
                RECORD,
                one.holder ? ASKER.key() : new Asker.Key(DOCTOR, "01000"),
                term,
                terms);
        var request = new AccessRequest(
                ASKER, EnumSet.allOf(Right.class), grant.id(), Purpose.TREATMENT, Wanted.of(one.wanted));
        return AccessRule.decide(request, grant, denials(one), one.used ? 3 : 2, NOW);
    }

    private static List<Denial> denials(Case one) {
        return one.denied == Denied.NOT
                ? List.of()
                : List.of(new Denial(
                        UUID.randomUUID(),
                        Denial.Target.READ_BY,
                        one.holder ? FACILITY : "01000",
                        one.denied == Denied.ALWAYS,
                        NOW));
    }

    private static List<Case> all() {
        var both = List.of(true, false);
        var all = new ArrayList<Case>();
        for (var holder : both) {
            for (var right : Right.values()) {
                for (var times :
                        List.of(List.of(-1, 1), List.of(0, 1), List.of(1, 2), List.of(-2, 0), List.of(-2, -1))) {
                    for (var wanted : Wanted.Kind.values()) {
                        for (var denied : Denied.values()) {
                            for (int bits = 0; bits < 32; bits++) {
                                all.add(new Case(
                                        holder,
                                        right,
                                        times.getFirst(),
                                        times.getLast(),
                                        (bits & 1) > 0,
                                        (bits & 2) > 0,
                                        (bits & 4) > 0,
                                        wanted,
                                        (bits & 8) > 0,
                                        denied,
                                        (bits & 16) > 0));
                            }
                        }
                    }
                }
            }
        }
        return all;
    }
}
