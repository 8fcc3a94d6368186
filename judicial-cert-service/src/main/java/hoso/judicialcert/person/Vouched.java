package hoso.judicialcert.person;

import hoso.chassis.personal.Hidden;

/// Somebody identity-service vouched for at this moment.
public record Vouched(CitizenId citizen, Applicant applicant) implements Hidden {

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
