package hoso.healthrecord.visit.reading;

import hoso.healthrecord.document.Visit;
import hoso.healthrecord.visit.Visits;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The versions of one visit, the latest first, each with what it changed in the one before.
record VersionsAnswer(UUID visitId, List<Version> versions) {
    private static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);

    /// One version.
    ///
    /// @param changed names of the members of the visit that differ from the version before; of the first one none
    record Version(int version, OffsetDateTime receivedAt, List<String> changed) {}

    static VersionsAnswer of(List<Visits.Kept> latestFirst) {
        var versions = IntStream.range(0, latestFirst.size())
                .mapToObj(i -> {
                    var kept = latestFirst.get(i);
                    var changed = i + 1 == latestFirst.size()
                            ? List.<String>of()
                            : changed(latestFirst.get(i + 1).visit(), kept.visit());
                    return new Version(kept.version(), kept.receivedAt().atOffset(LOCAL), changed);
                })
                .toList();
        return new VersionsAnswer(latestFirst.getFirst().id(), versions);
    }

    private static List<String> changed(Visit before, Visit after) {
        var changed = new ArrayList<String>();
        note(changed, "admittedAt", before.header().admittedAt(), after.header().admittedAt());
        note(
                changed,
                "dischargedAt",
                before.header().dischargedAt(),
                after.header().dischargedAt());
        note(changed, "careKind", before.header().careKind(), after.header().careKind());
        note(
                changed,
                "facilityName",
                before.header().facilityName(),
                after.header().facilityName());
        note(changed, "outcome", before.header().outcome(), after.header().outcome());
        var old = before.findings();
        var now = after.findings();
        note(changed, "reason", old.reason(), now.reason());
        note(changed, "treatment", old.treatment(), now.treatment());
        note(changed, "advice", old.advice(), now.advice());
        note(changed, "diagnoses", old.diagnoses(), now.diagnoses());
        note(changed, "drugs", old.drugs(), now.drugs());
        note(changed, "services", old.services(), now.services());
        note(changed, "tests", old.tests(), now.tests());
        note(changed, "progress", old.progress(), now.progress());
        note(changed, "reexaminations", old.reexaminations(), now.reexaminations());
        note(changed, "referral", old.referral(), now.referral());
        note(changed, "items", old.further().items(), now.further().items());
        note(changed, "setAside", old.further().setAside(), now.further().setAside());
        note(changed, "alsoInDocument", old.further().also(), now.further().also());
        return List.copyOf(changed);
    }

    private static void note(List<String> changed, String member, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(member);
        }
    }
}
