package hoso.judicialcert.person;

import java.util.UUID;

/// Names a request.
public record RequestId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
