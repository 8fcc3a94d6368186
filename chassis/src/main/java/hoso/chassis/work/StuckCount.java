package hoso.chassis.work;

import java.time.Instant;

/// How many items of a worker are stuck.
///
/// @param oldest since when the oldest of them is not done
/// @param reason of the oldest: kinds of fault and places in the code, or a code of the worker's own
public record StuckCount(String worker, long items, Instant oldest, String reason) {}
