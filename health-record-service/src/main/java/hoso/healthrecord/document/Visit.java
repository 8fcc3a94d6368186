package hoso.healthrecord.document;

import hoso.chassis.personal.Sensitive;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One visit of a patient to a facility, as its document tells it: from arrival to discharge, with what was found and
/// given. It is read once when it arrives; the document itself stays the truth.
public record Visit(Header header, Findings findings, Disclosure disclosure) implements Sensitive {

    /// Where, when and for whom the visit was.
    ///
    /// @param facility code of the facility (`MA_CSKCB`, 5 characters)
    /// @param episode the facility's key of the episode of treatment (`MA_LK`); with the facility it is unique
    public record Header(
            String facility,
            String episode,
            Patient patient,
            Instant admittedAt,
            @Nullable Instant dischargedAt,
            CareKind careKind,
            @Nullable Outcome outcome)
            implements Sensitive {
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
            @Nullable Referral referral)
            implements Sensitive {
        /// Of a visit of which nothing may be told but that it was.
        static final Findings NONE =
                new Findings(null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What the app may not show.
    ///
    /// @param hivCare does the document carry the HIV table (XML6) or an HIV diagnosis? Such content never reaches
    ///     the app
    /// @param withheld is anything in the document kept from the app, so that its bytes cannot be handed out
    ///     either?
    public record Disclosure(boolean hivCare, boolean withheld) implements Sensitive {
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
    public record Patient(@Nullable String number, String name, BirthDate birthDate, Sex sex) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What was found.
    ///
    /// @param code ICD-10 code
    public record Diagnosis(@Nullable String code, @Nullable String text, boolean main) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    public record Drug(
            @Nullable String code,
            @Nullable String name,
            @Nullable String strength,
            @Nullable String quantity,
            @Nullable String unit,
            @Nullable String dose,
            @Nullable String directions,
            @Nullable Instant orderedAt)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    public record Service(
            @Nullable String code,
            @Nullable String name,
            @Nullable String quantity,
            @Nullable Instant performedAt) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    public record TestResult(
            @Nullable String code,
            @Nullable String name,
            @Nullable String value,
            @Nullable String unit,
            @Nullable String description,
            @Nullable String conclusion,
            @Nullable Instant at)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    public record Progress(
            @Nullable Instant at,
            @Nullable String text,
            @Nullable VitalSigns vitalSigns) implements Sensitive {
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
                header.outcome());
        return new Visit(unnamed, findings, disclosure);
    }

    /// A visit tells of a person's health, so it prints nothing.
    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
