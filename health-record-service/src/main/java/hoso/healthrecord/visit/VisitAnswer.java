package hoso.healthrecord.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.CareKind;
import hoso.healthrecord.document.Outcome;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.VitalSigns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One visit as the app shows it to its owner. Times are told in the zone of the country.
record VisitAnswer(
        UUID visitId,
        @JsonUnwrapped Header header,
        @JsonUnwrapped Findings findings,
        Document document) implements Sensitive {
    private static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);

    /// One line of the timeline.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            UUID visitId,
            String facility,
            OffsetDateTime admittedAt,
            @Nullable OffsetDateTime dischargedAt,
            CareKind careKind,
            Visit.@Nullable Diagnosis mainDiagnosis,
            List<Reexamination> reexaminations,
            boolean referral)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }

        static Line of(Visits.Kept kept) {
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
                    Reexamination.of(visit.findings()),
                    visit.findings().referral() != null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Header(
            String facility,
            String episode,
            OffsetDateTime admittedAt,
            @Nullable OffsetDateTime dischargedAt,
            CareKind careKind,
            @Nullable Outcome outcome)
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
                    header.outcome());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Findings(
            @Nullable String reason,
            @Nullable String treatment,
            @Nullable String advice,
            List<Visit.Diagnosis> diagnoses,
            List<Drug> drugs,
            List<Service> services,
            List<TestResult> tests,
            List<Progress> progress,
            List<Reexamination> reexaminations,
            Visit.@Nullable Referral referral)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }

        private static Findings of(Visit.Findings findings) {
            return new Findings(
                    findings.reason(),
                    findings.treatment(),
                    findings.advice(),
                    findings.diagnoses(),
                    findings.drugs().stream()
                            .map(one -> new Drug(
                                    one.code(),
                                    one.name(),
                                    one.strength(),
                                    one.quantity(),
                                    one.unit(),
                                    one.dose(),
                                    one.directions(),
                                    local(one.orderedAt())))
                            .toList(),
                    findings.services().stream()
                            .map(one -> new Service(one.code(), one.name(), one.quantity(), local(one.performedAt())))
                            .toList(),
                    findings.tests().stream()
                            .map(one -> new TestResult(
                                    one.code(),
                                    one.name(),
                                    one.value(),
                                    one.unit(),
                                    one.description(),
                                    one.conclusion(),
                                    local(one.at())))
                            .toList(),
                    findings.progress().stream()
                            .map(one -> new Progress(local(one.at()), one.text(), one.vitalSigns()))
                            .toList(),
                    Reexamination.of(findings),
                    findings.referral());
        }
    }

    /// @param available can the bytes be fetched? Some documents stay with the facility by law
    record Document(String mediaType, boolean available) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Drug(
            @Nullable String code,
            @Nullable String name,
            @Nullable String strength,
            @Nullable String quantity,
            @Nullable String unit,
            @Nullable String dose,
            @Nullable String directions,
            @Nullable OffsetDateTime orderedAt)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Service(
            @Nullable String code,
            @Nullable String name,
            @Nullable String quantity,
            @Nullable OffsetDateTime performedAt)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TestResult(
            @Nullable String code,
            @Nullable String name,
            @Nullable String value,
            @Nullable String unit,
            @Nullable String description,
            @Nullable String conclusion,
            @Nullable OffsetDateTime at)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(
            @Nullable OffsetDateTime at,
            @Nullable String text,
            @Nullable VitalSigns vitalSigns) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reexamination(
            LocalDate on,
            @Nullable OffsetDateTime at,
            @Nullable String slip) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }

        private static List<Reexamination> of(Visit.Findings findings) {
            return findings.reexaminations().stream()
                    .map(one -> new Reexamination(one.on(), local(one.at()), one.slip()))
                    .toList();
        }
    }

    static VisitAnswer of(Visits.Kept kept) {
        var visit = kept.visit();
        return new VisitAnswer(
                kept.id(),
                Header.of(visit.header()),
                Findings.of(visit.findings()),
                new Document(kept.format().mediaType(), !visit.disclosure().withheld()));
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant time) {
        return time == null ? null : time.atOffset(LOCAL);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
