package hoso.healthrecord.integration;

import hoso.chassis.personal.PersonalNumber;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.BirthDate;

/// Who somebody is, as identity-service vouches for it at this moment.
public record Vouched(PersonalNumber number, String name, BirthDate birthDate) implements Sensitive {
    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
