package hoso.identity.citizen;

import hoso.chassis.personal.Hidden;
import hoso.identity.register.Address;
import hoso.identity.register.Sex;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a citizen is told about themselves: the register's entry, the account's level and the contact points.
record CitizenAnswer(
        UUID citizenId,
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
        @Nullable String spouseName,
        int accountLevel,
        ContactPointsWire contactPoints)
        implements Hidden {

    static CitizenAnswer of(Citizen citizen) {
        var person = citizen.snapshot().person();
        return new CitizenAnswer(
                citizen.id(),
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
                person.spouseName(),
                citizen.level().number(),
                ContactPointsWire.of(citizen.contactPoints()));
    }

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
