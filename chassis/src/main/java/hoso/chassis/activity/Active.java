package hoso.chassis.activity;

/// Told once, when the instance has started and its database is migrated: from now on it may work by itself. Whatever
/// works without being asked (relay, listeners, workers, dispatcher) starts when it observes this, and never at the
/// start of the process. A passive instance never tells it.
public record Active() {}
