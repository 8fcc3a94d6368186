package hoso.judicialcert.person;

import java.util.UUID;

/// Names an officer; officers are citizens too, and may not decide about themselves.
public record OfficerId(UUID value) {

    public boolean is(CitizenId citizen) {
        return value.equals(citizen.value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
