package hoso.healthrecord.document;

import hoso.chassis.personal.Sensitive;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One visit of a patient to a facility, as its document tells it: from arrival to discharge, with what was found and
/// given. It is read once when it arrives; the document itself stays the truth.
public record Visit(Header header, Findings findings, Disclosure disclosure, Origin origin) implements Sensitive {
    /// Of a document without a signature, all of which is shown.
    public Visit(Header header, Findings findings, Disclosure disclosure) {
        this(header, findings, disclosure, Origin.PLAIN);
    }

    /// Where, when and for whom the visit was.
    ///
    /// @param facility code of the facility (`MA_CSKCB`, 5 characters)
    /// @param episode the facility's key of the episode of treatment (`MA_LK`); with the facility it is unique
    /// @param facilityName the facility's name as the document tells it
    public record Header(
            String facility,
            String episode,
            Patient patient,
            Instant admittedAt,
            @Nullable Instant dischargedAt,
            CareKind careKind,
            @Nullable Outcome outcome,
            @Nullable String facilityName)
            implements Sensitive {
        /// Of a document that names its facility by code only.
        public Header(
                String facility,
                String episode,
                Patient patient,
                Instant admittedAt,
                @Nullable Instant dischargedAt,
                CareKind careKind,
                @Nullable Outcome outcome) {
            this(facility, episode, patient, admittedAt, dischargedAt, careKind, outcome, null);
        }

        Header withoutFacilityName() {
            return new Header(facility, episode, patient, admittedAt, dischargedAt, careKind, outcome);
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What was found and given, and what comes after.
    public record Findings(
            @Nullable String reason,
            @Nullable String treatment,
            @Nullable String advice,
            List<Diagnosis> diagnoses,
            List<Drug> drugs,
            List<Service> services,
            List<TestResult> tests,
            List<Progress> progress,
            List<Reexamination> reexaminations,
            @Nullable Referral referral,
            Further further)
            implements Sensitive {
        /// Of a visit of which nothing may be told but that it was.
        public static final Findings NONE = new Findings(
                null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, Further.NONE);

        /// @param further absent in what earlier releases kept
        public Findings {
            further = Objects.requireNonNullElse(further, Further.NONE);
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Male, female, or not determined (`GIOI_TINH` 1, 2, 3).
    public enum Sex {
        MALE,
        FEMALE,
        UNDETERMINED
    }

    /// Whom the document is about, in its own words.
    ///
    /// @param number the 12-digit personal number, an older number, or absent
    /// @param birthDate absent when the document says that it is not known; such a visit agrees with nobody's
    ///     record
    public record Patient(
            @Nullable String number, String name, @Nullable BirthDate birthDate, Sex sex) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What was found.
    ///
    /// @param code ICD-10 code, or a code of `system`
    /// @param system the code system, absent for ICD-10
    /// @param status the word of the document where it is not simply confirmed: `provisional`, `resolved`
    public record Diagnosis(
            @Nullable String code,
            @Nullable String text,
            boolean main,
            @Nullable String system,
            @Nullable String status)
            implements Sensitive {
        /// Of a document that has ICD-10 codes only, and says nothing of how certain they are.
        public Diagnosis(@Nullable String code, @Nullable String text, boolean main) {
            this(code, text, main, null, null);
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A drug that was ordered or is taken.
    ///
    /// @param status the word of the document where it is not simply active or completed: `stopped`, `on-hold`
    public record Drug(
            @Nullable String code,
            @Nullable String name,
            @Nullable String strength,
            @Nullable String quantity,
            @Nullable String unit,
            @Nullable String dose,
            @Nullable String directions,
            @Nullable Moment orderedAt,
            @Nullable String status)
            implements Sensitive {
        /// Of a document whose drugs have no status.
        public Drug(
                @Nullable String code,
                @Nullable String name,
                @Nullable String strength,
                @Nullable String quantity,
                @Nullable String unit,
                @Nullable String dose,
                @Nullable String directions,
                @Nullable Moment orderedAt) {
            this(code, name, strength, quantity, unit, dose, directions, orderedAt, null);
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A service that was performed.
    ///
    /// @param status the word of the document where it is not simply completed: `in-progress`, `stopped`
    public record Service(
            @Nullable String code,
            @Nullable String name,
            @Nullable String quantity,
            @Nullable Moment performedAt,
            @Nullable String status)
            implements Sensitive {
        /// Of a document whose services have no status.
        public Service(
                @Nullable String code, @Nullable String name, @Nullable String quantity, @Nullable Moment performedAt) {
            this(code, name, quantity, performedAt, null);
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A result, in its own unit.
    ///
    /// @param value with its comparator (`<0.5`); of a range `3–5`, of a titre `1:80`
    /// @param range reference range
    /// @param absent why there is no value
    /// @param panel the panel that this is a part of
    /// @param status the word of the document where it is not simply final: `preliminary`
    public record TestResult(
            @Nullable String code,
            @Nullable String name,
            @Nullable String value,
            @Nullable String unit,
            @Nullable String description,
            @Nullable String conclusion,
            @Nullable Moment at,
            @Nullable String range,
            @Nullable String absent,
            @Nullable String panel,
            @Nullable String status)
            implements Sensitive {
        /// Of a document that tells no more of a result.
        public TestResult(
                @Nullable String code,
                @Nullable String name,
                @Nullable String value,
                @Nullable String unit,
                @Nullable String description,
                @Nullable String conclusion,
                @Nullable Moment at) {
            this(code, name, value, unit, description, conclusion, at, null, null, null, null);
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A note of the ward, or vital signs.
    ///
    /// @param status the word of the document where it is not simply final: `preliminary`
    public record Progress(
            @Nullable Moment at,
            @Nullable String text,
            @Nullable VitalSigns vitalSigns,
            @Nullable String status) implements Sensitive {
        /// Of a document whose notes have no status.
        public Progress(@Nullable Moment at, @Nullable String text, @Nullable VitalSigns vitalSigns) {
            this(at, text, vitalSigns, null);
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A day on which the patient is to come again.
    ///
    /// @param slip number of the re-examination slip, if there is one
    public record Reexamination(
            LocalDate on, @Nullable Instant at, @Nullable String slip) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A referral to another facility, with the number of its letter.
    public record Referral(
            @Nullable String number,
            @Nullable String toFacility,
            @Nullable String diagnosis,
            @Nullable String direction)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Where and when only, as of a visit that its facility took back.
    public Visit withoutFindings() {
        var bare = new Header(
                header.facility(),
                header.episode(),
                header.patient(),
                header.admittedAt(),
                header.dischargedAt(),
                header.careKind(),
                null,
                header.facilityName());
        return new Visit(bare, Findings.NONE, disclosure, origin);
    }

    /// The same visit without the patient's number, as it is kept for reading: only the document itself names it.
    public Visit withoutNumber() {
        var patient = header.patient();
        var unnamed = new Header(
                header.facility(),
                header.episode(),
                new Patient(null, patient.name(), patient.birthDate(), patient.sex()),
                header.admittedAt(),
                header.dischargedAt(),
                header.careKind(),
                header.outcome(),
                header.facilityName());
        return new Visit(unnamed, findings, disclosure, origin);
    }

    /// A visit tells of a person's health, so it prints nothing.
    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
