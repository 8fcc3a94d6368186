package hoso.healthrecord.visit;

import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Reading.Refused;

/// What a hospital or a citizen is told when it does not go on.
public final class VisitProblem {
    private VisitProblem() {}

    static Problem of(Refused refused) {
        var errors = refused.flaws().stream()
                .map(flaw -> FieldError.of(flaw.pointer(), flaw.code().key()))
                .toList();
        if (refused.flaws().stream().anyMatch(flaw -> flaw.code() == Code.CONTENT_TOO_LARGE)) {
            return Problem.of(413, "too-large").with("errors", errors);
        }
        return refused.understood()
                ? Problem.invalid(errors)
                : Problem.of(400, "document-unreadable").with("errors", errors);
    }

    static Problem tooLarge() {
        return Problem.of(413, "too-large");
    }

    static Problem facilityNotYours(String yours) {
        return Problem.of(403, "facility-not-yours").with("facility", yours);
    }

    /// 410: the facility took the visit back.
    public static Problem visitRetracted(Retraction retraction) {
        return Problem.of(410, "visit-retracted")
                .with("retractedAt", retraction.at())
                .with("because", retraction.because().name());
    }

    /// 403: the document is kept from the app by law.
    public static Problem documentWithheld() {
        return Problem.of(403, "document-withheld");
    }
}
