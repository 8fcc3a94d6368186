package hoso.healthrecord.access.gate;

/// What became of a reading.
public sealed interface Passage<T> {

    /// Something was shown, and the journal says so.
    record Shown<T>(T content, Grant grant) implements Passage<T> {
        @Override
        public String toString() {
            return "Shown[***]";
        }
    }

    /// The right was there; what was asked for does not exist, or is not in sight.
    record Nothing<T>() implements Passage<T> {}

    /// The gate stays shut.
    record Refused<T>(AccessRefusal because) implements Passage<T> {}
}
