package hoso.healthrecord.filing.slip;

import hoso.chassis.personal.Sensitive;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A slip as the visit tells it that it was written in.
///
/// @param number of the facility that wrote it
/// @param facility that wrote it
/// @param forFacility the one that may use it; absent when the letter names none
/// @param from first day on which it is valid
/// @param until last day
record Slip(
        SlipKind kind,
        String number,
        String facility,
        @Nullable String forFacility,
        LocalDate from,
        LocalDate until) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
