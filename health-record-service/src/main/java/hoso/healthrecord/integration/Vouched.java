package hoso.healthrecord.integration;

import hoso.chassis.personal.Hidden;
import hoso.chassis.personal.PersonalNumber;
import hoso.healthrecord.document.BirthDate;

/// Who somebody is, as identity-service vouches for it at this moment.
record Vouched(PersonalNumber number, String name, BirthDate birthDate) implements Hidden {
    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
