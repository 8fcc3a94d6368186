package hoso.healthrecord.access.restriction;

import hoso.healthrecord.document.Disclosure;
import hoso.healthrecord.document.Further;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.Visit.Findings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What of a record is in sight of one who reads by a right. A visit out of sight answers as one that does not exist,
/// and what is in sight does not tell that something was left out.
///
/// @param kinds kinds of data that are in sight
/// @param named sensitive categories that are in sight
/// @param from first day of the visits in sight; absent without one
/// @param until last day of them; absent without one
/// @param denials those that hold for this right
public record Restriction(
        Set<DataKind> kinds,
        Set<SensitiveCategory> named,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<Denial> denials) {
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /// The kinds of data that are left once denied ones are taken away.
    public Set<DataKind> visible() {
        var left = EnumSet.noneOf(DataKind.class);
        left.addAll(kinds);
        left.removeIf(kind -> denied(Denial.Target.KIND, kind.name()));
        return left;
    }

    /// May documents be handed out? They tell of every kind.
    public boolean documents() {
        return visible().equals(DataKind.ALL);
    }

    /// Is everything kept from this facility?
    public boolean keptFrom(@Nullable String facility) {
        return facility != null && denied(Denial.Target.READ_BY, facility);
    }

    /// The visit as it is in sight; empty when it is not. A visit for HIV care is in nobody's sight but its owner's,
    /// and a visit does not tell others that something of it is kept back by law: that would tell what.
    public Optional<Visit> narrow(UUID id, Visit visit) {
        var header = visit.header();
        var day = LocalDate.ofInstant(header.admittedAt(), VIET_NAM);
        var seen = !visit.disclosure().hivCare()
                && (from == null || !day.isBefore(from))
                && (until == null || !day.isAfter(until))
                && !denied(Denial.Target.VISIT, id.toString())
                && !denied(Denial.Target.FILED_BY, header.facility())
                && named.containsAll(SensitiveRules.of(visit));
        return seen ? Optional.of(narrow(visit)) : Optional.empty();
    }

    private boolean denied(Denial.Target target, String value) {
        return denials.stream()
                .anyMatch(one -> one.target() == target && one.value().equals(value));
    }

    private Visit narrow(Visit visit) {
        var left = visible();
        var all = visit.findings();
        if (left.equals(DataKind.ALL)) {
            return told(visit, all);
        }
        var notes = left.contains(DataKind.NOTE);
        var findings = new Findings(
                notes ? all.reason() : null,
                notes ? all.treatment() : null,
                notes ? all.advice() : null,
                left.contains(DataKind.DIAGNOSIS) ? all.diagnoses() : List.of(),
                left.contains(DataKind.MEDICATION) ? all.drugs() : List.of(),
                left.contains(DataKind.PROCEDURE) ? all.services() : List.of(),
                left.contains(DataKind.RESULT) ? all.tests() : List.of(),
                progress(all.progress(), notes, left.contains(DataKind.VITAL_SIGN)),
                notes ? all.reexaminations() : List.of(),
                notes ? all.referral() : null,
                further(all.further(), kind -> left.contains(DataKind.of(kind))));
        return told(visit, findings);
    }

    private static Visit told(Visit visit, Findings findings) {
        return new Visit(visit.header(), findings, new Disclosure(false, false), visit.origin());
    }

    private static List<Visit.Progress> progress(List<Visit.Progress> all, boolean notes, boolean vitalSigns) {
        return all.stream()
                .map(one -> new Visit.Progress(
                        one.at(), notes ? one.text() : null, vitalSigns ? one.vitalSigns() : null, one.status()))
                .filter(one -> one.text() != null || one.vitalSigns() != null)
                .toList();
    }

    /// What is counted and not shown is told to those only who may read every kind: a count tells of a kind as well.
    private static Further further(Further all, Predicate<Further.Kind> seen) {
        return new Further(
                all.items().stream().filter(one -> seen.test(one.kind())).toList(),
                all.setAside().stream().filter(one -> seen.test(one.kind())).toList(),
                List.of());
    }
}
