package hoso.check.access;

import java.util.Arrays;
import java.util.Locale;

/// What an address can name, and who it belongs to. In the rules by its name, such as `office's certificate`.
enum Thing {
    /// The address names nothing that is somebody's.
    NOTHING(Owner.ANYBODY),
    CITIZEN(Owner.ANYBODY),
    JUDGMENT(Owner.ANYBODY),
    ANYONES_CERTIFICATE(Owner.ANYBODY),
    VISIT(Owner.PERSON),
    REQUEST(Owner.PERSON),
    DRAFT(Owner.PERSON),
    EVIDENCE(Owner.PERSON),
    CERTIFICATE(Owner.PERSON),
    SHARE(Owner.PERSON),
    RECORD_SHARE(Owner.PERSON),
    EMERGENCY_CARD(Owner.PERSON),
    CONSENT(Owner.PERSON),
    DENIAL(Owner.PERSON),
    RECORD_CONSENT(Owner.PERSON),
    /// A consent as whoever asked for it knows it.
    ASKED_CONSENT(Owner.PROFESSIONAL),
    GUARDIANSHIP(Owner.PERSON),
    EMERGENCY(Owner.PROFESSIONAL),
    EMERGENCY_CASE(Owner.FACILITY),
    CASE(Owner.OFFICE),
    OFFICES_CERTIFICATE(Owner.OFFICE),
    JOB(Owner.VERIFIER),
    AGENCY_REQUEST(Owner.AGENCY),
    PORTAL_REQUEST(Owner.PORTAL),
    /// Only who names the person it is about reads it, and the check names somebody else.
    SHOWN_CERTIFICATE(Owner.NOBODY);

    /// By what a caller owns a thing.
    enum Owner {
        ANYBODY,
        NOBODY,
        PERSON,
        OFFICE,
        VERIFIER,
        AGENCY,
        PORTAL,
        PROFESSIONAL,
        FACILITY
    }

    private final Owner owner;

    Thing(Owner owner) {
        this.owner = owner;
    }

    Owner owner() {
        return owner;
    }

    static Thing named(String name) {
        var wanted = name.toUpperCase(Locale.ROOT).replace("'", "").replace(' ', '_');
        return Arrays.stream(values())
                .filter(thing -> thing.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no thing " + name));
    }
}
