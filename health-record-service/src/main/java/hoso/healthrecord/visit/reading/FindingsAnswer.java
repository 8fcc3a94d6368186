package hoso.healthrecord.visit.reading;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.Moment;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.VitalSigns;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found and given in a visit, as the app shows it. A time is told as `…At` when the instant is known, and
/// as `…On` when no more than a year, month or day is.
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingsAnswer(
        @Nullable String reason,
        @Nullable String treatment,
        @Nullable String advice,
        List<Visit.Diagnosis> diagnoses,
        List<Drug> drugs,
        List<Service> services,
        List<TestResult> tests,
        List<Progress> progress,
        List<Reexamination> reexaminations,
        Visit.@Nullable Referral referral,
        @JsonUnwrapped FurtherAnswer further)
        implements Sensitive {
    @Override
    public String toString() {
        return Sensitive.mask(this);
    }

    static FindingsAnswer of(Visit.Findings findings) {
        return new FindingsAnswer(
                findings.reason(),
                findings.treatment(),
                findings.advice(),
                findings.diagnoses(),
                findings.drugs().stream().map(Drug::of).toList(),
                findings.services().stream().map(Service::of).toList(),
                findings.tests().stream().map(TestResult::of).toList(),
                findings.progress().stream().map(Progress::of).toList(),
                Reexamination.of(findings),
                findings.referral(),
                FurtherAnswer.of(findings.further()));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Drug(
            @Nullable String code,
            @Nullable String name,
            @Nullable String strength,
            @Nullable String quantity,
            @Nullable String unit,
            @Nullable String dose,
            @Nullable String directions,
            @Nullable OffsetDateTime orderedAt,
            @Nullable String orderedOn,
            @Nullable String until,
            @Nullable String status)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }

        private static Drug of(Visit.Drug one) {
            return new Drug(
                    one.code(),
                    one.name(),
                    one.strength(),
                    one.quantity(),
                    one.unit(),
                    one.dose(),
                    one.directions(),
                    FindingsAnswer.at(one.orderedAt()),
                    FindingsAnswer.on(one.orderedAt()),
                    FindingsAnswer.until(one.orderedAt()),
                    one.status());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Service(
            @Nullable String code,
            @Nullable String name,
            @Nullable String quantity,
            @Nullable OffsetDateTime performedAt,
            @Nullable String performedOn,
            @Nullable String until,
            @Nullable String status)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }

        private static Service of(Visit.Service one) {
            return new Service(
                    one.code(),
                    one.name(),
                    one.quantity(),
                    FindingsAnswer.at(one.performedAt()),
                    FindingsAnswer.on(one.performedAt()),
                    FindingsAnswer.until(one.performedAt()),
                    one.status());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TestResult(
            @Nullable String code,
            @Nullable String name,
            @Nullable String panel,
            @Nullable String value,
            @Nullable String unit,
            @Nullable String range,
            @Nullable String absent,
            @Nullable String description,
            @Nullable String conclusion,
            @Nullable String status,
            @JsonUnwrapped Time time)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }

        private static TestResult of(Visit.TestResult one) {
            return new TestResult(
                    one.code(),
                    one.name(),
                    one.panel(),
                    one.value(),
                    one.unit(),
                    one.range(),
                    one.absent(),
                    one.description(),
                    one.conclusion(),
                    one.status(),
                    Time.of(one.at()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(
            @JsonUnwrapped Time time,
            @Nullable String text,
            @Nullable VitalSigns vitalSigns,
            @Nullable String status) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }

        private static Progress of(Visit.Progress one) {
            return new Progress(Time.of(one.at()), one.text(), one.vitalSigns(), one.status());
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

        static List<Reexamination> of(Visit.Findings findings) {
            return findings.reexaminations().stream()
                    .map(one -> new Reexamination(one.on(), VisitAnswer.local(one.at()), one.slip()))
                    .toList();
        }
    }

    /// @param at the instant, if it is known
    /// @param on the year, month or day, if no more is known
    /// @param until the end of a stretch of time, an instant or as exact as it is known
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Time(
            @Nullable OffsetDateTime at,
            @Nullable String on,
            @Nullable String until) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }

        static Time of(@Nullable Moment moment) {
            return new Time(FindingsAnswer.at(moment), FindingsAnswer.on(moment), FindingsAnswer.until(moment));
        }
    }

    private static @Nullable OffsetDateTime at(@Nullable Moment moment) {
        return moment == null ? null : VisitAnswer.local(moment.instant());
    }

    private static @Nullable String on(@Nullable Moment moment) {
        return moment == null ? null : moment.day();
    }

    private static @Nullable String until(@Nullable Moment moment) {
        if (moment == null) {
            return null;
        }
        var end = VisitAnswer.local(moment.untilInstant());
        return end == null ? moment.until() : ISO_OFFSET_DATE_TIME.format(end);
    }
}
