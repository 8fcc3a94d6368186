package hoso.chassis.event;

/// An event that no retry will make readable. It goes to the dead letters at once.
@SuppressWarnings("serial") // never serialized
public class Unreadable extends RuntimeException {
    public Unreadable(String message, Throwable cause) {
        super(message, cause);
    }

    public Unreadable(String message) {
        super(message);
    }
}
