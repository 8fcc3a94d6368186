package hoso.judicialcert.register.entry;

import hoso.chassis.problem.FieldError;
import hoso.judicialcert.person.Person;
import hoso.judicialcert.typeface.PrintableText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads fields that an authority sent, and says what is wrong with them.
final class EntryFieldReader {
    private static final int MAX_TEXT = 1_000;
    static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    private EntryFieldReader() {}

    static Person person(JudgmentJson.@Nullable Convict sent, String at, LocalDate today, List<FieldError> errors) {
        if (sent == null) {
            errors.add(FieldError.of(at, "required"));
            return new Person(null, "", OLDEST);
        }
        var number = sent.personalNumber();
        if (number != null && !number.matches("[0-9]{12}")) {
            errors.add(FieldError.of(at + "/personalNumber", "format"));
        }
        var former = new ArrayList<String>();
        for (var one : Objects.requireNonNullElse(sent.formerNumbers(), List.<@Nullable String>of())) {
            if (one == null || !one.matches("[0-9]{9}|[0-9]{12}")) {
                errors.add(FieldError.of(at + "/formerNumbers", "format"));
            } else {
                former.add(one);
            }
        }
        return new Person(
                number,
                text(sent.fullName(), at + "/fullName", errors),
                past(sent.birthDate(), at + "/birthDate", today, errors),
                former.stream().distinct().sorted().toList(),
                optional(sent.fatherName(), at + "/fatherName", errors),
                optional(sent.motherName(), at + "/motherName", errors));
    }

    static String text(@Nullable String value, String pointer, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            errors.add(FieldError.of(pointer, "required"));
            return "";
        }
        if (value.length() > MAX_TEXT) {
            errors.add(FieldError.of(pointer, "too-long"));
        }
        PrintableText.check(value, pointer, errors);
        return PrintableText.tidy(value);
    }

    static @Nullable String optional(@Nullable String value, String pointer, List<FieldError> errors) {
        return value == null || value.isBlank() ? null : text(value, pointer, errors);
    }

    static LocalDate past(@Nullable LocalDate day, String pointer, LocalDate today, List<FieldError> errors) {
        if (day == null) {
            errors.add(FieldError.of(pointer, "required"));
            return OLDEST;
        }
        if (day.isAfter(today)) {
            errors.add(FieldError.of(pointer, "in-the-future"));
        } else if (day.isBefore(OLDEST)) {
            errors.add(FieldError.of(pointer, "format"));
        }
        return day;
    }

    static void order(@Nullable LocalDate first, LocalDate then, String pointer, List<FieldError> errors) {
        if (first != null && first.isAfter(then)) {
            errors.add(FieldError.of(pointer, "out-of-order"));
        }
    }
}
