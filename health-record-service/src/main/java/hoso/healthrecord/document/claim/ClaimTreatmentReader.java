package hoso.healthrecord.document.claim;

import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.VisitRules;
import hoso.healthrecord.document.VitalSigns;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what was found, given and arranged from the rows of the tables.
final class ClaimTreatmentReader {
    private ClaimTreatmentReader() {}

    static List<Visit.Diagnosis> diagnoses(ClaimRowReader row) {
        var main = row.text("MA_BENH_CHINH");
        var others = ClaimRowReader.codes(row.text("MA_BENH_KT"));
        var text = row.text("CHAN_DOAN_RV");
        var texts = ClaimRowReader.list(text);
        var codes = new ArrayList<@Nullable String>();
        codes.add(main);
        codes.addAll(others);
        // Codes and texts are parallel lists only if they are equally long; otherwise the text stays whole.
        var parallel = texts.size() == codes.size();
        var diagnoses = new ArrayList<Visit.Diagnosis>();
        for (int i = 0; i < codes.size(); i++) {
            var theirs = parallel ? texts.get(i) : i == 0 ? text : null;
            if (codes.get(i) != null || theirs != null) {
                diagnoses.add(new Visit.Diagnosis(codes.get(i), theirs, i == 0));
            }
        }
        return List.copyOf(diagnoses);
    }

    static Visit.Drug drug(ClaimRowReader row) {
        return new Visit.Drug(
                row.text("MA_THUOC"),
                row.text("TEN_THUOC"),
                row.text("HAM_LUONG"),
                row.text("SO_LUONG"),
                row.text("DON_VI_TINH"),
                row.text("LIEU_DUNG"),
                row.text("CACH_DUNG"),
                row.moment("NGAY_YL"));
    }

    static Visit.Service service(ClaimRowReader row) {
        var code = row.text("MA_DICH_VU");
        var name = row.text("TEN_DICH_VU");
        return new Visit.Service(
                code == null ? row.text("MA_VAT_TU") : code,
                name == null ? row.text("TEN_VAT_TU") : name,
                row.text("SO_LUONG"),
                row.moment("NGAY_YL"));
    }

    static Visit.TestResult test(ClaimRowReader row) {
        return new Visit.TestResult(
                row.text("MA_CHI_SO"),
                row.text("TEN_CHI_SO"),
                row.text("GIA_TRI"),
                row.text("DON_VI_DO"),
                row.text("MO_TA"),
                row.text("KET_LUAN"),
                row.moment("NGAY_KQ"));
    }

    /// One note, and one more of the same time for each further mark of vital signs in it.
    static Stream<Visit.Progress> progress(ClaimRowReader row) {
        var note = row.text("DIEN_BIEN_LS");
        var at = row.moment("THOI_DIEM_DBLS");
        var signs = VitalSigns.all(note);
        var first = new Visit.Progress(at, note, signs.isEmpty() ? null : signs.getFirst());
        return Stream.concat(Stream.of(first), signs.stream().skip(1).map(more -> new Visit.Progress(at, null, more)));
    }

    /// Days from the summary; a slip (XML14) names the hour and its number for one of them.
    static List<Visit.Reexamination> reexaminations(ClaimRowReader summary, Stream<ClaimRowReader> slips) {
        var found = new ArrayList<Visit.Reexamination>();
        slips.forEach(slip -> {
            var at = slip.timeOrNull("NGAY_HEN_KL");
            if (at != null) {
                found.add(new Visit.Reexamination(
                        LocalDate.ofInstant(at, VisitRules.LOCAL), at, slip.text("SO_GIAYHEN_KL")));
            }
        });
        for (var day : ClaimRowReader.list(summary.text("NGAY_TAI_KHAM"))) {
            try {
                var on = LocalDate.parse(day, ClaimRowReader.DAYS);
                if (found.stream().noneMatch(one -> one.on().equals(on))) {
                    found.add(new Visit.Reexamination(on, null, null));
                }
            } catch (DateTimeParseException _) {
                summary.flaw("NGAY_TAI_KHAM", Code.WRONG_DATE);
            }
        }
        return List.copyOf(found);
    }

    static Visit.@Nullable Referral referral(Stream<ClaimRowReader> letters) {
        return letters.map(letter -> {
                    // Decision 3176 renamed the tag of the receiving facility.
                    var to = letter.text("MA_CSKCB_DEN");
                    return new Visit.Referral(
                            letter.text("GIAY_CHUYEN_TUYEN"),
                            to == null ? letter.text("MA_NOI_DEN") : to,
                            letter.text("CHAN_DOAN_RV"),
                            letter.text("HUONG_DIEU_TRI"));
                })
                .findFirst()
                .orElse(null);
    }
}
