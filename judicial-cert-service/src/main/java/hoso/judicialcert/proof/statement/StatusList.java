package hoso.judicialcert.proof.statement;

import java.time.Duration;
import java.time.Instant;

/// The signed file that tells of many certificates at once whether they count (IETF Token Status List, two bits each).
///
/// @param number which list it is: certificates are told in the order of their places
/// @param bits four entries in a byte, the first in the lowest bits
public record StatusList(long number, Instant issuedAt, Instant expiresAt, byte[] bits) {
    /// How many certificates one list tells of.
    public static final long ENTRIES = 65_536;

    /// What a list says of a certificate.
    public enum Entry {
        VALID,
        REVOKED,
        SUSPENDED,
        SUPERSEDED
    }

    /// Which list tells of a place.
    public static long numberOf(long statusIndex) {
        return statusIndex / ENTRIES;
    }

    /// What it says of a place that belongs to it.
    public Entry at(long statusIndex) {
        var place = (int) (statusIndex % ENTRIES);
        return Entry.values()[(bits[place / 4] >>> (place % 4 * 2)) & 3];
    }

    /// Whether it reaches to that place: one that was not issued yet when the list was made is not told of.
    public boolean covers(long statusIndex) {
        return number == numberOf(statusIndex) && statusIndex % ENTRIES / 4 < bits.length;
    }

    public Duration age(Instant now) {
        return Duration.between(issuedAt, now);
    }

    /// Whether it is older than it says it may be, or than the asker bears; or of a time to come.
    public boolean isStale(Instant now, Duration oldest) {
        return !now.isBefore(expiresAt)
                || age(now).compareTo(oldest) > 0
                || age(now).compareTo(Duration.ofMinutes(-5)) < 0;
    }
}
