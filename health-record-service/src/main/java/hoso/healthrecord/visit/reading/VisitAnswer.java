package hoso.healthrecord.visit.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.CareKind;
import hoso.healthrecord.document.DocumentSignature;
import hoso.healthrecord.document.Outcome;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.visit.RetractedBecause;
import hoso.healthrecord.visit.Retraction;
import hoso.healthrecord.visit.Visits;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One visit as the app shows it to its owner, and to whom the gate lets in. Times are told in the zone of the
/// country.
public record VisitAnswer(
        UUID visitId,
        int version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Retracted retracted,
        @JsonUnwrapped Header header,
        @JsonUnwrapped FindingsAnswer findings,
        Document document)
        implements Sensitive {
    private static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);

    /// That the facility took the visit back.
    record Retracted(OffsetDateTime at, RetractedBecause because) {
        private static @Nullable Retracted of(@Nullable Retraction retraction) {
            return retraction == null ? null : new Retracted(retraction.at().atOffset(LOCAL), retraction.because());
        }
    }

    /// One line of the timeline.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID visitId,
            String facility,
            OffsetDateTime admittedAt,
            @Nullable OffsetDateTime dischargedAt,
            CareKind careKind,
            Visit.@Nullable Diagnosis mainDiagnosis,
            List<FindingsAnswer.Reexamination> reexaminations,
            boolean referral,
            int version,
            @Nullable Retracted retracted)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }

        public static Line of(Visits.Kept kept) {
            var visit = kept.visit();
            return new Line(
                    kept.id(),
                    visit.header().facility(),
                    visit.header().admittedAt().atOffset(LOCAL),
                    local(visit.header().dischargedAt()),
                    visit.header().careKind(),
                    visit.findings().diagnoses().stream()
                            .filter(Visit.Diagnosis::main)
                            .findFirst()
                            .orElse(null),
                    FindingsAnswer.Reexamination.of(visit.findings()),
                    visit.findings().referral() != null,
                    kept.version(),
                    Retracted.of(kept.retraction()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Header(
            String facility,
            String episode,
            OffsetDateTime admittedAt,
            @Nullable OffsetDateTime dischargedAt,
            CareKind careKind,
            @Nullable Outcome outcome,
            @Nullable String facilityName)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }

        private static Header of(Visit.Header header) {
            return new Header(
                    header.facility(),
                    header.episode(),
                    header.admittedAt().atOffset(LOCAL),
                    local(header.dischargedAt()),
                    header.careKind(),
                    header.outcome(),
                    header.facilityName());
        }
    }

    /// What is to be known of the document.
    ///
    /// @param available can it be fetched? Some documents stay with the facility by law
    /// @param cut is something left out of it that the law keeps back?
    /// @param signature is it signed by the facility, and is the signature valid?
    record Document(String mediaType, boolean available, boolean cut, DocumentSignature signature) {
        private static Document of(Visits.Kept kept) {
            var visit = kept.visit();
            return new Document(
                    kept.format().mediaType(),
                    !visit.disclosure().hivCare() && kept.retraction() == null,
                    visit.disclosure().withheld(),
                    visit.origin().signature());
        }
    }

    static VisitAnswer of(Visits.Kept kept) {
        return of(kept, Document.of(kept));
    }

    /// A visit that was narrowed for somebody else than its owner.
    ///
    /// @param documents may they have the document?
    public static VisitAnswer forOthers(Visits.Kept narrowed, boolean documents) {
        var signature = narrowed.visit().origin().signature();
        return of(narrowed, new Document(narrowed.format().mediaType(), documents, false, signature));
    }

    private static VisitAnswer of(Visits.Kept kept, Document document) {
        var visit = kept.visit();
        return new VisitAnswer(
                kept.id(),
                kept.version(),
                Retracted.of(kept.retraction()),
                Header.of(visit.header()),
                FindingsAnswer.of(visit.findings()),
                document);
    }

    static @Nullable OffsetDateTime local(@Nullable Instant time) {
        return time == null ? null : time.atOffset(LOCAL);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
