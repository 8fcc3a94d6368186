package hoso.judicialcert.register;

import java.time.LocalDate;
import java.util.List;

/// What the register says of a person on a day. Only a clean finding lets a certificate be issued without an officer.
public sealed interface Finding {

    /// Nothing that counts on that day, and nobody who might be the same person.
    record Clean() implements Finding {}

    /// The person is on record. `others` may be the same person too.
    record OnRecord(List<Judgment> judgments, List<Judgment> others) implements Finding {}

    /// Somebody of the same name and birth date is on record, under another number or none: a person
    /// decides, not a rule.
    record Uncertain(List<Judgment> candidates) implements Finding {}

    /// Weighs judgments that have the person's number or the person's name and birth date.
    static Finding of(Person person, List<Judgment> judgments, LocalDate day) {
        var counting =
                judgments.stream().filter(judgment -> !judgment.isExpunged(day)).toList();
        var own = counting.stream()
                .filter(judgment -> judgment.person().hasNumberOf(person))
                .toList();
        var candidates = counting.stream()
                .filter(judgment -> !judgment.person().hasNumberOf(person))
                .filter(judgment -> judgment.person().looksLike(person))
                .toList();
        if (!own.isEmpty()) {
            return new OnRecord(own, candidates);
        }
        return candidates.isEmpty() ? new Clean() : new Uncertain(candidates);
    }
}
