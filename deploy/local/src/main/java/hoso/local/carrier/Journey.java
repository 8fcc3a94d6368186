package hoso.local.carrier;

import java.util.List;
import java.util.Optional;

/// The scans of a letter in their order; the last one depends on how the delivery goes.
final class Journey {

    private static final List<String> ON_THE_WAY = List.of("ACCEPTED", "IN_TRANSIT", "OUT_FOR_DELIVERY");

    static final List<String> ENDS = List.of("DELIVERED", "FAILED", "RETURNED");

    private Journey() {}

    static boolean isEnd(String status) {
        return ENDS.contains(status);
    }

    /// What follows `status` (empty before the first scan), or nothing after an end.
    static Optional<String> after(String status, String outcome) {
        if (isEnd(status)) {
            return Optional.empty();
        }
        var next = ON_THE_WAY.indexOf(status) + 1;
        return Optional.of(next < ON_THE_WAY.size() ? ON_THE_WAY.get(next) : outcome);
    }
}
