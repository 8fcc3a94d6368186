package hoso.healthrecord.access.restriction;

import hoso.healthrecord.document.Further;
import java.util.EnumSet;
import java.util.Set;

/// The kinds of data that a citizen opens or denies. Where and when a visit was belongs to each of them.
public enum DataKind {
    DIAGNOSIS,
    MEDICATION,
    ALLERGY,
    VACCINATION,
    /// Laboratory results, imaging, reports.
    RESULT,
    VITAL_SIGN,
    PROCEDURE,
    /// What is written in sentences: reason, course, advice; and whatever has no kind of its own.
    NOTE;

    /// A document tells of everything, so it is handed out only to those who may read every kind.
    public static final Set<DataKind> ALL = Set.copyOf(EnumSet.allOf(DataKind.class));

    /// The kind of something that a visit lists among the further items.
    public static DataKind of(Further.Kind kind) {
        return switch (kind) {
            case DIAGNOSIS -> DIAGNOSIS;
            case DRUG, DISPENSED_DRUG, ADMINISTERED_DRUG -> MEDICATION;
            case ALLERGY -> ALLERGY;
            case VACCINATION -> VACCINATION;
            case TEST, REPORT, IMAGING, SPECIMEN -> RESULT;
            case SERVICE, DEVICE -> PROCEDURE;
            case NOTE, PLAN, ADVICE, REEXAMINATION, REFERRAL, FAMILY_HISTORY, ORDER, DOCUMENT, GOAL, WARNING, OTHER ->
                NOTE;
        };
    }
}
