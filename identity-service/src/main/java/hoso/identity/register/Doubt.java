package hoso.identity.register;

import hoso.chassis.personal.PersonalNumber;
import java.util.EnumSet;
import java.util.Set;

/// Where a personal number and the register differ: something for a person at the enrolment desk to look at, never a
/// refusal, because a number outlives a correction of sex or birth date.
public enum Doubt {
    SEX_DIFFERS,
    BIRTH_YEAR_DIFFERS;

    /// What differs between a number and the person whom the register names under it.
    public static Set<Doubt> about(PersonalNumber number, RegisteredPerson person) {
        var doubts = EnumSet.noneOf(Doubt.class);
        if (person.sex() != Sex.UNDETERMINED && (person.sex() == Sex.FEMALE) != number.female()) {
            doubts.add(SEX_DIFFERS);
        }
        if (person.birthDate().getYear() != number.birthYear().getValue()) {
            doubts.add(BIRTH_YEAR_DIFFERS);
        }
        return doubts;
    }
}
