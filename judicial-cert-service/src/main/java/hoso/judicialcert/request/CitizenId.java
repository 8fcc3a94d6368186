package hoso.judicialcert.request;

import java.util.UUID;

/// Names a citizen without saying who it is.
public record CitizenId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
