package hoso.healthrecord.person;

import hoso.chassis.personal.PersonalNumber;
import hoso.healthrecord.document.BirthDate;
import hoso.healthrecord.document.Visit.Sex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a personal number says otherwise than a document. Nothing is refused for it: a number outlives a corrected
/// birth year or a re-determined sex, and old data hold errors (Decree 70/2024 Art. 11).
public enum Warning {
    NUMBER_AND_BIRTH_YEAR_DIFFER,
    NUMBER_AND_SEX_DIFFER;

    /// What differs between a number and what the document says of the patient.
    public static List<Warning> about(PersonalNumber number, @Nullable BirthDate birthDate, Sex sex) {
        var warnings = new ArrayList<Warning>();
        if (birthDate != null && birthDate.year() != number.birthYear().getValue()) {
            warnings.add(NUMBER_AND_BIRTH_YEAR_DIFFER);
        }
        if (sex != Sex.UNDETERMINED && (sex == Sex.FEMALE) != number.female()) {
            warnings.add(NUMBER_AND_SEX_DIFFER);
        }
        return List.copyOf(warnings);
    }
}
