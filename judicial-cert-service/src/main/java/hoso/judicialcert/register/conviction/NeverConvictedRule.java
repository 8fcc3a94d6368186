package hoso.judicialcert.register.conviction;

import hoso.judicialcert.law.ConvictionRule;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.penal.Gravity;
import hoso.judicialcert.law.penal.Intent;
import hoso.judicialcert.law.penal.Route;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Whether a judgment is no conviction at all (Penal Code Art. 69.2, 107.1), and on which way it is expunged otherwise.
/// What was not told is tried with every value it may have.
public record NeverConvictedRule(Law law, LocalDate day) {
    private static final int ADULT = 18;

    /// One age per class the law makes.
    private static final int[] AGES = {15, 17, ADULT};

    /// What was found.
    ///
    /// @param rules of all offences; of none if not certain
    record Found(boolean isCertain, boolean isPossible, Set<String> rules) {

        String rule() {
            return String.join(" + ", rules);
        }
    }

    /// A judgment of several offences is no conviction only if none of them makes one.
    Found of(Judgment judgment) {
        var sentence = judgment.sentence();
        if (sentence == null) {
            return new Found(false, true, Set.of());
        }
        var grounds = new HashSet<String>();
        if (sentence.mainPenalty() instanceof MainPenalty.Exempted) {
            grounds.add("EXEMPTED");
        }
        if (sentence.reformSchool()) {
            grounds.add("REFORM_SCHOOL");
        }
        var certain = true;
        var possible = true;
        var rules = new TreeSet<String>();
        for (var offence : sentence.offences()) {
            var all = readings(judgment, offence).stream()
                    .map(reading -> rule(reading, grounds))
                    .toList();
            certain &= all.stream().noneMatch(String::isEmpty);
            possible &= !all.stream().allMatch(String::isEmpty);
            rules.addAll(all);
        }
        return new Found(certain, possible, certain ? rules : Set.of());
    }

    /// The ways it may be expunged on: of several offences, the hardest (Art. 73.3).
    Set<Route> routes(Judgment judgment) {
        Set<Route> routes = EnumSet.of(Route.JUVENILE);
        var sentence = judgment.sentence();
        for (var offence : sentence == null ? List.<Offence>of() : sentence.offences()) {
            var harder = EnumSet.noneOf(Route.class);
            for (var one : routes) {
                for (var other : routes(judgment, offence)) {
                    harder.add(one.compareTo(other) > 0 ? one : other);
                }
            }
            routes = harder;
        }
        return routes;
    }

    /// Whether a court has to expunge it, whatever was not told (Art. 71.1).
    public boolean isOnlyForCourt(Judgment judgment) {
        return routes(judgment).equals(Set.of(Route.COURT));
    }

    private Set<Route> routes(Judgment judgment, Offence offence) {
        var routes = EnumSet.noneOf(Route.class);
        for (var age : ages(judgment, offence)) {
            if (age < ADULT) {
                routes.add(Route.JUVENILE);
            } else if (offence.chapter() == null) {
                routes.add(Route.AUTOMATIC);
                routes.add(Route.COURT);
            } else {
                routes.add(law.isForCourt(offence.chapter()) ? Route.COURT : Route.AUTOMATIC);
            }
        }
        return routes;
    }

    /// An offence with nothing left open.
    private record Reading(int age, Intent intent, Gravity gravity) {}

    private List<Reading> readings(Judgment judgment, Offence offence) {
        var intents = offence.intent() == null ? List.of(Intent.values()) : List.of(offence.intent());
        var gravities = offence.gravity() == null ? List.of(Gravity.values()) : List.of(offence.gravity());
        return ages(judgment, offence).stream()
                .flatMap(age -> intents.stream()
                        .flatMap(intent -> gravities.stream().map(gravity -> new Reading(age, intent, gravity))))
                .toList();
    }

    private List<Integer> ages(Judgment judgment, Offence offence) {
        var on = offence.committedOn();
        if (on != null) {
            return List.of(judgment.ageOn(on));
        }
        var atMost = judgment.ageOn(judgment.sentencedOn());
        var ages = IntStream.of(AGES).filter(age -> age <= atMost).boxed().toList();
        return ages.isEmpty() ? List.of(atMost) : ages;
    }

    private String rule(Reading reading, Set<String> grounds) {
        return law.neverConvictions(day).stream()
                .filter(rule -> rule.covers(reading.age(), reading.intent(), reading.gravity(), grounds))
                .map(ConvictionRule.NeverConviction::rule)
                .findFirst()
                .orElse("");
    }
}
