package hoso.judicialcert.officer.certificate;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.officer.queue.TypedReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A [WrittenOrder] as it comes, with nothing checked.
public record WrittenOrderBody(
        @Nullable String authority,
        @Nullable String number,
        @Nullable LocalDate date) implements Sensitive {

    /// The order, checked; a problem of kind `invalid` when a part is missing or the date lies ahead.
    ///
    /// @param pointer where it stands in the body
    public WrittenOrder read(String pointer, Clock clock) {
        var errors = new ArrayList<FieldError>();
        if (authority == null || authority.isBlank()) {
            errors.add(FieldError.of(pointer + "/authority", "required"));
        }
        if (number == null || number.isBlank()) {
            errors.add(FieldError.of(pointer + "/number", "required"));
        }
        if (date == null) {
            errors.add(FieldError.of(pointer + "/date", "required"));
        } else if (date.isAfter(Law.dayOf(clock.instant()))) {
            errors.add(FieldError.of(pointer + "/date", "in-the-future"));
        }
        if (!errors.isEmpty() || authority == null || number == null || date == null) {
            throw Problem.invalid(List.copyOf(errors)).raise();
        }
        return new WrittenOrder(
                TypedReader.required(pointer + "/authority", authority),
                TypedReader.required(pointer + "/number", number),
                date);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
