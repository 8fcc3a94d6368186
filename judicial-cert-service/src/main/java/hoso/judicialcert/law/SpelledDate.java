package hoso.judicialcert.law;

import java.time.LocalDate;
import java.time.Month;

/// A date as documents of the state spell it: a zero before days below ten and before January and February, so that
/// nobody adds a figure, and before no other month (Decree 30/2020/NĐ-CP, annex I).
public record SpelledDate(LocalDate on) {

    public String day() {
        return twoDigits(on.getDayOfMonth());
    }

    public String month() {
        var month = on.getMonthValue();
        return month <= Month.FEBRUARY.getValue() ? twoDigits(month) : String.valueOf(month);
    }

    public String year() {
        return String.valueOf(on.getYear());
    }

    /// Such as `ngày 02 tháng 9 năm 2026`.
    public String text() {
        return "ngày " + day() + " tháng " + month() + " năm " + year();
    }

    private static String twoDigits(int number) {
        return String.format("%02d", number);
    }
}
