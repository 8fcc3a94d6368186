package hoso.healthrecord.access.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The accesses of `contract/examples/access-journal.ndjson`, a minute after each other.
final class EntrySamples {
    static final UUID RECORD = UUID.fromString("019a5c1e-7a3f-7d10-8e44-90ab12cd34ef");
    static final Instant AT = Instant.parse("2026-11-05T03:20:11.104233Z");
    private static final UUID CONSENT = UUID.fromString("019a5c1e-7a40-7c3b-9f21-3c5d0e8a1b11");
    private static final UUID EMERGENCY = UUID.fromString("019a5c1e-7a40-7c3b-9f21-3c5d0e8a1b12");
    private static final UUID SHARE = UUID.fromString("019a5c1e-7a40-7c3b-9f21-3c5d0e8a1b13");
    private static final UUID VISIT = UUID.fromString("019a5c1e-7a40-7c3b-9f21-3c5d0e8a1b01");
    private static final Asker DOCTOR = new Asker.Professional(
            UUID.fromString("019a5b00-0000-7abc-8def-0123456789ad"), "BS. Vũ Thị Mẫu", "health-professional", "79001");

    static final List<Access> ALL = List.of(
            access(Right.CONSENT, CONSENT, DOCTOR, Wanted.of(Wanted.Kind.TIMELINE), Access.Outcome.SHOWN),
            access(Right.CONSENT, CONSENT, DOCTOR, Wanted.of(Wanted.Kind.VISIT, VISIT), Access.Outcome.SHOWN),
            access(Right.EMERGENCY, EMERGENCY, DOCTOR, Wanted.of(Wanted.Kind.SUMMARY), Access.Outcome.NOTHING),
            access(
                    Right.SHARE,
                    SHARE,
                    new Asker.Opener(SHARE, "Phòng khám \"Mẫu\""),
                    Wanted.of(Wanted.Kind.SHARE_FILE),
                    Access.Outcome.SHOWN),
            access(Right.CONSENT, CONSENT, DOCTOR, Wanted.of(Wanted.Kind.DOCUMENT, VISIT), Access.Outcome.REFUSED));

    private EntrySamples() {}

    private static Access access(Right right, UUID grant, Asker by, Wanted wanted, Access.Outcome outcome) {
        var because = switch (outcome) {
            case SHOWN -> null;
            case NOTHING -> "OPENED";
            case REFUSED -> "ENDED";
        };
        return new Access(right, grant, by, Purpose.TREATMENT, wanted, outcome, because);
    }
}
