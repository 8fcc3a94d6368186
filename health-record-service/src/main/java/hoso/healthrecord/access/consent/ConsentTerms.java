package hoso.healthrecord.access.consent;

import hoso.healthrecord.access.gate.Grant;
import hoso.healthrecord.access.journal.Purpose;
import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.access.restriction.SensitiveCategory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a consent is asked for, or given for.
///
/// @param from first day of the visits; absent without one
/// @param until last day of the visits; absent without one
/// @param validUntil when the consent is over
/// @param eraseAt until when the facility erases what it read
/// @param times how often it may be used within `per`; absent without a limit
public record ConsentTerms(
        Purpose purpose,
        Set<DataKind> kinds,
        Set<SensitiveCategory> sensitive,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Instant validUntil,
        Instant eraseAt,
        @Nullable Integer times,
        @Nullable Duration per) {
    static final Duration LONGEST = Duration.ofDays(366);
    private static final Set<Purpose> PURPOSES = EnumSet.of(Purpose.TREATMENT, Purpose.INSURANCE);
    private static final int MOST = 10_000;

    /// The members that cannot be asked for.
    List<String> faults(Instant now) {
        var isPeriod = (times == null) == (per == null)
                && (times == null || (times > 0 && times <= MOST))
                && (per == null || (!per.isNegative() && !per.isZero() && per.compareTo(LONGEST) <= 0));
        return Stream.of(
                        PURPOSES.contains(purpose) ? "" : "purpose",
                        kinds.isEmpty() ? "kinds" : "",
                        from != null && until != null && until.isBefore(from) ? "until" : "",
                        validUntil.isAfter(now) && !validUntil.isAfter(now.plus(LONGEST)) ? "" : "validUntil",
                        !eraseAt.isBefore(validUntil) && !eraseAt.isAfter(validUntil.plus(LONGEST)) ? "" : "eraseAt",
                        isPeriod ? "" : "times")
                .filter(fault -> !fault.isEmpty())
                .toList();
    }

    /// The members in which these terms open more than others: a citizen may give less than was asked for, never more.
    List<String> beyond(ConsentTerms asked) {
        return Stream.of(
                        purpose == asked.purpose ? "" : "purpose",
                        asked.kinds.containsAll(kinds) ? "" : "kinds",
                        asked.sensitive.containsAll(sensitive) ? "" : "sensitive",
                        asked.from == null || (from != null && !from.isBefore(asked.from)) ? "" : "from",
                        asked.until == null || (until != null && !until.isAfter(asked.until)) ? "" : "until",
                        validUntil.isAfter(asked.validUntil) ? "validUntil" : "",
                        eraseAt.isAfter(asked.eraseAt) ? "eraseAt" : "",
                        isOftener(asked) ? "times" : "")
                .filter(fault -> !fault.isEmpty())
                .toList();
    }

    private boolean isOftener(ConsentTerms asked) {
        if (asked.times == null || asked.per == null) {
            return false;
        }
        return times == null || per == null || times > asked.times || per.compareTo(asked.per) < 0;
    }

    /// As the gate reads them.
    Grant.Terms forGate() {
        return new Grant.Terms(
                Set.of(purpose),
                kinds,
                sensitive,
                new Grant.Days(from, until),
                false,
                times == null || per == null ? null : new Grant.Allowance(times, per));
    }
}
