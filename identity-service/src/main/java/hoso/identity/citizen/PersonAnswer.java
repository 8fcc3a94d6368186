package hoso.identity.citizen;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.chassis.personal.Sensitive;
import hoso.identity.register.Address;
import hoso.identity.register.RegisteredPerson;
import hoso.identity.register.Sex;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The register's entry of a person, with our name of them and the level of their account (0 without one).
public record PersonAnswer(UUID citizenId, @JsonUnwrapped Entry entry, int accountLevel, boolean digitalCitizen)
        implements Sensitive {

    /// What the register says of the person; its members stand among those of the answer.
    record Entry(
            String personalNumber,
            String fullName,
            LocalDate birthDate,
            Sex sex,
            @Nullable String nationality,
            @Nullable String ethnicity,
            @Nullable String birthplace,
            @Nullable Address permanentAddress,
            @Nullable String fatherName,
            @Nullable String motherName,
            @Nullable String spouseName)
            implements Sensitive {

        private static Entry of(RegisteredPerson person) {
            return new Entry(
                    person.personalNumber(),
                    person.fullName(),
                    person.birthDate(),
                    person.sex(),
                    person.nationality(),
                    person.ethnicity(),
                    person.birthplace(),
                    person.permanentAddress(),
                    person.fatherName(),
                    person.motherName(),
                    person.spouseName());
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A citizen with this entry: the stored one, or what the register has just said.
    public static PersonAnswer of(Citizen citizen, RegisteredPerson person) {
        return new PersonAnswer(citizen.id(), Entry.of(person), citizen.level().number(), person.digitalCitizen());
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
