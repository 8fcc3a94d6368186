package hoso.healthrecord.document.claim;

import hoso.healthrecord.document.BirthDate;
import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.Visit.Sex;
import hoso.healthrecord.document.VisitRules;
import java.time.Instant;
import java.time.LocalDate;

/// Reads whom a claim is about, from its summary.
final class ClaimPatientReader {
    private final Instant now;

    ClaimPatientReader(Instant now) {
        this.now = now;
    }

    Visit.Patient patient(ClaimRowReader summary) {
        var name = summary.required("HO_TEN");
        if (name.length() > VisitRules.NAME_LENGTH) {
            summary.flaw("HO_TEN", Code.TOO_LONG);
        }
        return new Visit.Patient(summary.text("SO_CCCD"), name, birthDate(summary), sex(summary));
    }

    private BirthDate birthDate(ClaimRowReader row) {
        var text = row.required("NGAY_SINH");
        var birthDate = BirthDate.ofClaim(text);
        if (birthDate.isEmpty()) {
            if (!text.isEmpty()) {
                row.flaw("NGAY_SINH", Code.WRONG_DATE);
            }
            return VisitRules.NO_BIRTH_DATE;
        }
        if (birthDate.get().after(LocalDate.ofInstant(now, VisitRules.LOCAL))) {
            row.flaw("NGAY_SINH", Code.DATE_IN_FUTURE);
        }
        return birthDate.get();
    }

    private static Sex sex(ClaimRowReader row) {
        return switch (row.required("GIOI_TINH")) {
            case "1" -> Sex.MALE;
            case "2" -> Sex.FEMALE;
            case "3", "" -> Sex.UNDETERMINED;
            default -> {
                row.flaw("GIOI_TINH", Code.UNKNOWN_CODE);
                yield Sex.UNDETERMINED;
            }
        };
    }
}
