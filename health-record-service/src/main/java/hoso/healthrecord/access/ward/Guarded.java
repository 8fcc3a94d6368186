package hoso.healthrecord.access.ward;

import hoso.healthrecord.document.BirthDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// For whom somebody reads, and how long at most.
enum Guarded {
    /// Parents represent a minor, who is below 18 (Civil Code 91/2015/QH13, Art. 21 and 136; confidence high). The
    /// right ends with the beginning of the 18th birthday.
    CHILD(18),
    /// A guardian represents a ward of any age (Civil Code, Art. 47 and 58; confidence high).
    WARD(0);

    /// The register is asked anew after a year: parents lose their rights and guardians change.
    static final Duration LONGEST = Duration.ofDays(365);

    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private final int ofAge;

    Guarded(int ofAge) {
        this.ofAge = ofAge;
    }

    /// When the right is over; empty when it is over already. Of a date of birth that is known to the year or the month
    /// only, its first day counts: the right rather ends early.
    Optional<Instant> until(BirthDate born, Instant now) {
        var longest = now.plus(LONGEST);
        if (ofAge == 0) {
            return Optional.of(longest);
        }
        var birthday = LocalDate.of(born.year(), Math.max(born.month(), 1), Math.max(born.day(), 1))
                .plusYears(ofAge)
                .atStartOfDay(VIET_NAM)
                .toInstant();
        return birthday.isAfter(now) ? Optional.of(birthday.isBefore(longest) ? birthday : longest) : Optional.empty();
    }
}
