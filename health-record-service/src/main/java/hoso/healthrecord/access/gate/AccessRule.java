package hoso.healthrecord.access.gate;

import hoso.healthrecord.access.journal.Right;
import hoso.healthrecord.access.journal.Wanted.Kind;
import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.access.restriction.Denial;
import hoso.healthrecord.access.restriction.Restriction;
import hoso.healthrecord.access.restriction.SensitiveCategory;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Decides who may read what. It knows nothing of where grants come from, so that it can be asked about all of them.
final class AccessRule {
    private static final Set<Kind> WITH_DOCUMENTS = EnumSet.of(Kind.DOCUMENT, Kind.EXPORT);

    private AccessRule() {}

    /// What the rule says.
    sealed interface Decision {
        /// The reading goes on, within this restriction.
        record Permitted(Restriction restriction) implements Decision {}

        record Refused(AccessRefusal because) implements Decision {}
    }

    /// @param denials of the owner of the record
    /// @param used how often the grant was used within the time of its allowance
    static Decision decide(AccessRequest request, Grant grant, List<Denial> denials, long used, Instant now) {
        var terms = grant.terms();
        var restriction = restriction(grant, denials);
        if (!grant.holder().equals(request.asker().key())
                || !request.rights().contains(grant.right())
                || restriction.keptFrom(grant.holder().facility())) {
            return new Decision.Refused(AccessRefusal.NONE);
        }
        var term = grant.term();
        if (term.endedAt() != null) {
            return new Decision.Refused(AccessRefusal.ENDED);
        }
        if (now.isBefore(term.from())) {
            return new Decision.Refused(AccessRefusal.NOT_YET);
        }
        if (!now.isBefore(term.until())) {
            return new Decision.Refused(AccessRefusal.EXPIRED);
        }
        if (!terms.purposes().contains(request.purpose())) {
            return new Decision.Refused(AccessRefusal.OTHER_PURPOSE);
        }
        var kind = request.wanted().kind();
        if (terms.summaryOnly() && kind != Kind.SUMMARY) {
            return new Decision.Refused(AccessRefusal.SUMMARY_ONLY);
        }
        if (WITH_DOCUMENTS.contains(kind) && !terms.kinds().equals(DataKind.ALL)) {
            return new Decision.Refused(AccessRefusal.NOT_COVERED);
        }
        var allowance = terms.allowance();
        if (allowance != null && used >= allowance.times()) {
            return new Decision.Refused(AccessRefusal.TOO_OFTEN);
        }
        return new Decision.Permitted(restriction);
    }

    /// In an emergency, and to parents and guardians, sensitive categories are shown: what a patient takes or has
    /// decides on the treatment. Denials are the owner's own word; in an emergency those hold that the owner meant
    /// for it.
    private static Restriction restriction(Grant grant, List<Denial> denials) {
        var terms = grant.terms();
        var emergency = grant.right() == Right.EMERGENCY;
        var named = emergency || grant.right() == Right.GUARDIAN
                ? EnumSet.allOf(SensitiveCategory.class)
                : terms.sensitive();
        var inForce =
                denials.stream().filter(one -> !emergency || one.inEmergency()).toList();
        return new Restriction(
                terms.kinds(), named, terms.days().from(), terms.days().until(), inForce);
    }
}
