package hoso.local.http;

/// A request that is not carried out, with the status and the reason the caller is told.
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    public Refused(int status, String reason) {
        super(reason);
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
