package hoso.judicialcert.officer.certificate;

import hoso.chassis.personal.Sensitive;
import java.time.LocalDate;

/// A written decision or document that something is done on the strength of.
///
/// @param authority who gave it
/// @param number its number
/// @param date its date
public record WrittenOrder(String authority, String number, LocalDate date) implements Sensitive {

    /// For the history of the case.
    public String text() {
        return authority + ", số " + number + ", ngày " + date;
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
