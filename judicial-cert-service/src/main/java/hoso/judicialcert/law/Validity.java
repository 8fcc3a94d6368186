package hoso.judicialcert.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The days on which a rule is in force, both inclusive; no end means until it is replaced.
public record Validity(LocalDate from, @Nullable LocalDate to) {

    public Validity {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a rule ends " + to + " before it begins " + from);
        }
    }

    boolean includes(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean overlaps(Validity other) {
        return includes(other.from) || other.includes(from);
    }
}
