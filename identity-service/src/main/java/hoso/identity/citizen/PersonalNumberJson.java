package hoso.identity.citizen;

import hoso.chassis.personal.PersonalNumber;
import hoso.chassis.personal.PersonalNumber.Reading;
import hoso.chassis.problem.FieldError;
import hoso.identity.register.ReadPersonalNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The member `personalNumber` of whatever is sent here.
public final class PersonalNumberJson {
    private static final String POINTER = "/personalNumber";

    private PersonalNumberJson() {}

    /// Reads it, adding what is wrong to `errors`.
    public static @Nullable PersonalNumber read(
            @Nullable String text, ReadPersonalNumber numbers, List<FieldError> errors) {
        if (text == null) {
            errors.add(FieldError.of(POINTER, "required"));
            return null;
        }
        return switch (numbers.read(text)) {
            case Reading.Read(var number) -> number;
            case Reading.Unreadable(var fault) -> {
                errors.add(FieldError.of(POINTER, code(fault)));
                yield null;
            }
        };
    }

    private static String code(PersonalNumber.Fault fault) {
        return switch (fault) {
            case LENGTH -> "personal-number-length";
            case CHARACTER -> "personal-number-character";
            case PREFIX -> "personal-number-prefix";
            case FUTURE -> "personal-number-future";
        };
    }
}
