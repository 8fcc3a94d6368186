package hoso.judicialcert.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rows of all files by their kind, none of which contradicts another.
record Rules(Map<Class<?>, List<Rule>> byKind) {

    static Rules read(LawFiles files) {
        var rules = Stream.<Stream<? extends Rule>>of(
                        FeeRule.read(files),
                        ProcedureRule.read(files),
                        CertificateRule.read(files),
                        AgencyRule.read(files),
                        DeadlineRule.read(files),
                        ConvictionRule.read(files))
                .flatMap(family -> family)
                .<Rule>map(rule -> rule)
                .toList();
        refuseContradictions(rules);
        return new Rules(rules.stream().collect(Collectors.groupingBy(Rule::getClass)));
    }

    /// All rows of a kind, whenever they are in force, in the order of the file.
    <R extends Rule> Stream<R> all(Class<R> kind) {
        return byKind.getOrDefault(kind, List.of()).stream().map(kind::cast);
    }

    <R extends Rule> Stream<R> inForce(Class<R> kind, LocalDate day) {
        return all(kind).filter(rule -> rule.validity().includes(day));
    }

    /// The row in force that fits; a hole in the files is a fault.
    <R extends Rule> R only(Class<R> kind, Predicate<R> fits, String matter, LocalDate day) {
        return inForce(kind, day).filter(fits).findFirst().orElseThrow(() -> new NoSuchRule(matter, day));
    }

    private static void refuseContradictions(List<Rule> rules) {
        for (var i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            for (var other : rules.subList(i + 1, rules.size())) {
                if (rule.contradicts(other)) {
                    throw new IllegalArgumentException(rule.rule() + " contradicts " + other.rule());
                }
            }
        }
    }
}
