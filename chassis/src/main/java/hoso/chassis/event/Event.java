package hoso.chassis.event;

/// A fact to be told to others, written in the transaction that made it true.
///
/// @param topic Kafka topic it is told on
/// @param type CloudEvents type, `hoso.<service>.<Event>.v<major>`; a constant of the wire, never a class name
/// @param key whose order matters: Kafka keeps the order of events with one key
/// @param subject id of the thing the fact is about
/// @param sequence version of that thing: gaps and repeats show
/// @param data the fact itself, written as JSON; thin, and nothing personal
public record Event(String topic, String type, String key, String subject, long sequence, Object data) {

    /// A fact; its id, time, source, schema and trace are given when it is appended to the [Outbox].
    public static Event of(String topic, String type, String key, String subject, long sequence, Object data) {
        return new Event(topic, type, key, subject, sequence, data);
    }
}
