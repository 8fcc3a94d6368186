package hoso.chassis.event;

import java.util.Set;

/// A listener: a bean that hears of what others did. The chassis calls it inside one transaction in which the event
/// has already been marked as seen; what the listener writes and the mark stand or fall together, and the event is
/// acknowledged only after they stand. The same event never comes twice.
///
/// A fault is retried with growing pauses; an event that still fails goes to `<group>.<topic>.dead` and the partition
/// goes on. While the database is away nothing is given up: the event waits.
public interface Subscription {

    /// The consumer group, `<service>.<feature>`. Never changed: it is the memory of what was heard.
    String group();

    /// The topics listened to.
    Set<String> topics();

    /// Takes in one event. An event of a type the listener does not know is left alone.
    void on(Received event);
}
