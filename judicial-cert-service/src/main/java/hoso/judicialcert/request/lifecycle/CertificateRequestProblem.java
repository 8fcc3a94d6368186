package hoso.judicialcert.request.lifecycle;

import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.Words;
import java.util.Locale;

/// How a refusal is told.
public final class CertificateRequestProblem {
    private CertificateRequestProblem() {}

    /// The problem a refusal is; facts about places are told in the language asked for.
    public static Problem of(Refusal refusal, Locale language) {
        return switch (refusal) {
            case Refusal.AccountLevelTooLow(var required) ->
                Problem.of(403, "account-level-too-low").with("required", required);
            case Refusal.TooYoung(var age) -> Problem.of(422, "too-young").with("minimumAge", age);
            case Refusal.GuardianNeeded(var age) ->
                Problem.of(422, "guardian-needed").with("fromAge", age);
            case Refusal.NotOpenHere(var procedure, var elsewhere) ->
                Problem.of(422, "not-open-here").with("procedure", procedure).with("elsewhere", elsewhere.in(language));
            case Refusal.KindNotOffered(var kind) ->
                Problem.of(422, "kind-not-offered").with("kind", kind.name());
            case Refusal.FeeCategoryNotShown(var category) ->
                Problem.of(422, "fee-category-not-shown").with("category", category.name());
            case Refusal.NotEntitled(var capacity) ->
                Problem.of(422, "not-entitled").with("capacity", capacity.name());
            case Refusal.NoSuchWaiver(var waiverClass) ->
                Problem.of(422, "no-such-waiver").with("waiverClass", waiverClass);
            case Refusal.EvidenceMissing(var proof) ->
                Problem.of(422, "evidence-missing").with("proof", proof.in(language));
            case Refusal.WaiverElsewhere(var proof) ->
                Problem.of(422, "waiver-elsewhere").with("proof", proof.in(language));
            case Refusal.SameOfficer() -> Problem.of(409, "same-officer");
            case Refusal.NotAtThisStep(var status) -> conflict("not-at-this-step", status);
            case Refusal.AlreadyDecided(var status) -> conflict("already-decided", status);
            case Refusal.TooLateToWithdraw(var status) -> conflict("too-late-to-withdraw", status);
            case Refusal.HeldByOther(var until) ->
                Problem.of(409, "held-by-other").with("until", until.toString());
            case Refusal.NotClaimed() -> Problem.of(409, "not-claimed");
            case Refusal.ChangedSince() -> Problem.of(412, "case-changed");
            case Refusal.NothingCorrected() -> Problem.of(409, "nothing-corrected");
            case Refusal.NotPrintable(var field, var character) ->
                Problem.of(422, "person-not-printable")
                        .with("field", field)
                        .with("label", label(field).in(language))
                        .with("character", character);
            case Refusal.OwnRequest() -> Problem.of(409, "own-request");
        };
    }

    private static Words label(String field) {
        return switch (field) {
            case "fullName" -> new Words("Họ, chữ đệm và tên", "Full name");
            case "nationality" -> new Words("Quốc tịch", "Nationality");
            case "birthplace" -> new Words("Nơi sinh", "Place of birth");
            case "permanentAddress" -> new Words("Nơi thường trú", "Permanent address");
            case "fatherName" -> new Words("Họ tên cha", "Father's name");
            case "motherName" -> new Words("Họ tên mẹ", "Mother's name");
            case "spouseName" -> new Words("Họ tên vợ, chồng", "Spouse's name");
            default -> throw new IllegalArgumentException("no such field of a person: " + field);
        };
    }

    private static Problem conflict(String slug, Status status) {
        return Problem.of(409, slug).with("caseStatus", status.name());
    }
}
