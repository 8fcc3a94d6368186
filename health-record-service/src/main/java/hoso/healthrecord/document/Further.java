package hoso.healthrecord.document;

import hoso.chassis.personal.Sensitive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a document holds besides diagnoses, drugs, services, tests and notes. Each resource of a document is in
/// one of the lists of the visit or is counted here, so that nothing is lost silently.
///
/// @param items what has no list of its own: allergies, vaccinations, reports, dispensed drugs
/// @param setAside what the document itself says is not so, or not yet; it is never among the facts
/// @param also what is kept with the document and not shown, or shown in part, counted by resource type or table
public record Further(List<Item> items, List<SetAside> setAside, List<Counted> also) implements Sensitive {
    public static final Further NONE = new Further(List.of(), List.of(), List.of());

    /// What an item is.
    public enum Kind {
        DIAGNOSIS,
        DRUG,
        SERVICE,
        TEST,
        NOTE,
        PLAN,
        ADVICE,
        REEXAMINATION,
        REFERRAL,
        ALLERGY,
        VACCINATION,
        REPORT,
        IMAGING,
        SPECIMEN,
        DISPENSED_DRUG,
        ADMINISTERED_DRUG,
        FAMILY_HISTORY,
        DEVICE,
        ORDER,
        DOCUMENT,
        GOAL,
        WARNING,
        OTHER
    }

    /// Why an item is not among the facts.
    public enum Standing {
        /// It was written down by mistake, for instance for another patient.
        ENTERED_IN_ERROR,
        /// It was ruled out.
        REFUTED,
        CANCELLED,
        NOT_DONE,
        /// It must not be done or given.
        DO_NOT_PERFORM,
        /// It was proposed, planned or drafted, and not decided.
        NOT_YET,
        /// It tells about somebody or something else than the patient, such as a donor or a fetus.
        ABOUT_ANOTHER,
        /// The sender marked it with an extension that may reverse its meaning (FHIR `modifierExtension`).
        NOT_UNDERSTOOD
    }

    /// Something that the document tells, as a fact.
    ///
    /// @param detail what more is told: reaction, lot, conclusion, dose
    /// @param status the word of the document where it is not simply final: `preliminary`, `unconfirmed`,
    ///     `resolved`
    public record Item(
            Kind kind,
            @Nullable String code,
            @Nullable String name,
            @Nullable String detail,
            @Nullable String status,
            @Nullable Moment at)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// An item that is told without its value: the value is not so.
    ///
    /// @param reason why, in the words of the document
    public record SetAside(
            Kind kind,
            Standing standing,
            @Nullable String code,
            @Nullable String name,
            @Nullable String reason,
            @Nullable Moment at)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// How often a type is in the document without being shown.
    ///
    /// @param type FHIR resource type, or table of a claim (`XML14`)
    public record Counted(String type, int count) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
