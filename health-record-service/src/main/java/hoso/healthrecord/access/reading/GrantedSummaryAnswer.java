package hoso.healthrecord.access.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.visit.Visits.Kept;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody who treats a stranger needs first: allergies, illnesses, drugs and vaccinations, the latest first,
/// each told once.
record GrantedSummaryAnswer(List<Entry> allergies, List<Entry> diagnoses, List<Entry> drugs, List<Entry> vaccinations)
        implements Sensitive {
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /// One of them.
    ///
    /// @param on day of the visit that tells it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            @Nullable String code,
            @Nullable String name,
            @Nullable String detail,
            @Nullable String status,
            LocalDate on)
            implements Sensitive {
        private String key() {
            return Objects.requireNonNullElse(code, Objects.requireNonNullElse(name, ""))
                    .toUpperCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// The summary of a record.
    ///
    /// @param visits in sight, newest first
    static GrantedSummaryAnswer of(List<Kept> visits) {
        return new GrantedSummaryAnswer(
                items(visits, DataKind.ALLERGY),
                once(
                        visits,
                        kept -> Stream.concat(
                                kept.visit().findings().diagnoses().stream().map(one -> entry(kept, one)),
                                items(kept, DataKind.DIAGNOSIS))),
                once(
                        visits,
                        kept -> Stream.concat(
                                kept.visit().findings().drugs().stream().map(one -> entry(kept, one)),
                                items(kept, DataKind.MEDICATION))),
                items(visits, DataKind.VACCINATION));
    }

    private static List<Entry> items(List<Kept> visits, DataKind kind) {
        return once(visits, kept -> items(kept, kind));
    }

    private static Stream<Entry> items(Kept kept, DataKind kind) {
        return kept.visit().findings().further().items().stream()
                .filter(one -> DataKind.of(one.kind()) == kind)
                .map(one -> new Entry(one.code(), one.name(), one.detail(), one.status(), day(kept)));
    }

    private static Entry entry(Kept kept, Visit.Diagnosis one) {
        return new Entry(one.code(), one.text(), null, one.status(), day(kept));
    }

    private static Entry entry(Kept kept, Visit.Drug one) {
        return new Entry(one.code(), one.name(), one.directions(), one.status(), day(kept));
    }

    private static List<Entry> once(List<Kept> visits, Function<Kept, Stream<Entry>> of) {
        var known = new LinkedHashMap<String, Entry>();
        visits.stream().flatMap(of).forEach(entry -> known.putIfAbsent(entry.key(), entry));
        return List.copyOf(known.values());
    }

    private static LocalDate day(Kept kept) {
        return LocalDate.ofInstant(kept.visit().header().admittedAt(), VIET_NAM);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
