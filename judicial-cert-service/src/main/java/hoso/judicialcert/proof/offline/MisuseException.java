package hoso.judicialcert.proof.offline;

/// What was typed cannot be understood, or a file not be read; told to whoever typed it.
final class MisuseException extends Exception {
    private static final long serialVersionUID = 1;
    static final int MISUNDERSTOOD = 64;
    static final int UNREADABLE = 66;

    private final int status;

    private MisuseException(int status, String message) {
        super(message);
        this.status = status;
    }

    static MisuseException misunderstood(String message) {
        return new MisuseException(MISUNDERSTOOD, message);
    }

    static MisuseException unreadable(String message) {
        return new MisuseException(UNREADABLE, message);
    }

    /// The status with which the command ends.
    int status() {
        return status;
    }
}
