package hoso.judicialcert.desk;

import hoso.chassis.personal.Hidden;
import hoso.chassis.text.Fold;
import hoso.judicialcert.register.Judgment;
import hoso.judicialcert.request.Applicant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A judgment of somebody who may be the applicant, held against the applicant.
record Comparison(UUID judgment, List<Field> fields) {

    /// How far two entries agree.
    enum Agreement {
        SAME,
        /// But for marks, case and spaces.
        ALIKE,
        DIFFERENT,
        /// The judgment says nothing.
        MISSING
    }

    /// One of the facts that tell people apart.
    record Field(String field, String applicant, @Nullable String judgment, Agreement agreement) implements Hidden {

        static Field of(String field, String applicant, @Nullable String judgment) {
            return new Field(field, applicant, judgment, agreement(applicant, judgment));
        }

        private static Agreement agreement(String applicant, @Nullable String judgment) {
            if (judgment == null || judgment.isBlank()) {
                return Agreement.MISSING;
            }
            if (judgment.equals(applicant)) {
                return Agreement.SAME;
            }
            return Fold.key(judgment).equals(Fold.key(applicant)) ? Agreement.ALIKE : Agreement.DIFFERENT;
        }

        @Override
        public String toString() {
            return Hidden.mask(this);
        }
    }

    static Comparison of(Judgment judgment, Applicant applicant) {
        var person = judgment.person();
        return new Comparison(
                judgment.id(),
                List.of(
                        Field.of("personalNumber", applicant.personalNumber(), person.personalNumber()),
                        Field.of("fullName", applicant.fullName(), person.fullName()),
                        Field.of(
                                "birthDate",
                                applicant.birthDate().toString(),
                                person.birthDate().toString())));
    }
}
