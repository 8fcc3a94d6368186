package hoso.judicialcert.register;

import hoso.chassis.personal.Hidden;
import hoso.chassis.text.Fold;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody as a judgment or a request names them. Old judgments have no personal number.
public record Person(@Nullable String personalNumber, String fullName, LocalDate birthDate) implements Hidden {

    boolean hasNumberOf(Person other) {
        return personalNumber != null && personalNumber.equals(other.personalNumber);
    }

    /// Name and birth date alike; names are compared without marks, for old registers left them out.
    boolean looksLike(Person other) {
        return namesake().equals(other.namesake());
    }

    /// By what namesakes born on the same day are alike.
    String namesake() {
        return Fold.key(fullName) + "|" + birthDate;
    }

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
