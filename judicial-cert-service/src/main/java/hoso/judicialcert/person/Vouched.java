package hoso.judicialcert.person;

import hoso.chassis.personal.Sensitive;

/// Somebody identity-service vouched for at this moment.
public record Vouched(CitizenId citizen, Applicant applicant) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
