package hoso.identity.citizen;

import hoso.chassis.personal.Sensitive;
import hoso.identity.citizen.CitizenEvent.CitizenRegistered;
import hoso.identity.citizen.CitizenEvent.ContactPointsChanged;
import hoso.identity.citizen.CitizenEvent.IdentityVerified;
import hoso.identity.register.Doubt;
import hoso.identity.register.RegisteredPerson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A person with an account, or one for whom others file. Enrolled once, at level 1 or 2; enrolled again, the account
/// is the same, its level can only rise and its snapshot of the register becomes the newer one; then the citizen
/// changes the contact points at will. Who was identified before they had an account keeps their id in it.
///
/// @param registeredAt when the account was opened, or without one when the person was first identified
/// @param version counts the citizen's events; what a change must be based on (`ETag`)
public record Citizen(
        UUID id, AccountLevel level, Snapshot snapshot, ContactPoints contactPoints, Instant registeredAt, long version)
        implements Sensitive {

    /// What the register said at a moment, and what a person should look at by hand.
    public record Snapshot(RegisteredPerson person, Set<Doubt> doubts, Instant takenAt) implements Sensitive {
        public Snapshot {
            doubts = Set.copyOf(doubts);
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A citizen after a command, with what became true by it.
    record Change(Citizen citizen, List<CitizenEvent> events) {
        Change {
            events = List.copyOf(events);
        }
    }

    /// A person who has no account, and of whom nothing is told: it is nobody's business that others file for them.
    public static Citizen identified(UUID id, Snapshot snapshot, Instant now) {
        return new Citizen(id, AccountLevel.NONE, snapshot, ContactPoints.NONE, now, 0);
    }

    boolean hasAccount() {
        return level != AccountLevel.NONE;
    }

    static Change enrol(UUID id, AccountLevel level, Snapshot snapshot, ContactPoints contactPoints, Instant now) {
        var events = new ArrayList<CitizenEvent>();
        events.add(new CitizenRegistered(id, level, now, 1));
        if (level == AccountLevel.TWO) {
            events.add(new IdentityVerified(id, level, now, 2));
        }
        return new Change(new Citizen(id, level, snapshot, contactPoints, now, events.size()), events);
    }

    /// A person we know, at the desk.
    Change enrolAgain(AccountLevel shown, Snapshot newer, ContactPoints given, Instant now) {
        if (!hasAccount()) {
            return enrol(id, shown, newer, given, now);
        }
        var events = new ArrayList<CitizenEvent>();
        var higher = shown.compareTo(level) > 0 ? shown : level;
        var points = contactPoints.orElse(given);
        if (shown == AccountLevel.TWO) {
            events.add(new IdentityVerified(id, higher, now, version + 1));
        }
        if (!points.equals(contactPoints)) {
            events.add(new ContactPointsChanged(id, points.kinds(), now, version + events.size() + 1));
        }
        return new Change(new Citizen(id, higher, newer, points, registeredAt, version + events.size()), events);
    }

    Change changeContactPoints(ContactPoints wanted, Instant now) {
        if (wanted.equals(contactPoints)) {
            return new Change(this, List.of());
        }
        var changed = new Citizen(id, level, snapshot, wanted, registeredAt, version + 1);
        return new Change(changed, List.of(new ContactPointsChanged(id, wanted.kinds(), now, changed.version)));
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
