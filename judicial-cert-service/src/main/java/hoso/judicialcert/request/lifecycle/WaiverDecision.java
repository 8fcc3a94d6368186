package hoso.judicialcert.request.lifecycle;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.person.OfficerId;
import java.time.Instant;

/// What an officer decided on a waiver, and why; the citizen reads it.
public record WaiverDecision(boolean granted, OfficerId officer, String reason, Instant at) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
