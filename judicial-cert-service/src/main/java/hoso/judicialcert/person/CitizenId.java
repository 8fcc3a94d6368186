package hoso.judicialcert.person;

import java.util.UUID;

/// Names a citizen without saying who it is.
public record CitizenId(UUID value) {

    /// Who is nobody: has no inbox and no address.
    public static final CitizenId NOBODY = new CitizenId(new UUID(0, 0));

    @Override
    public String toString() {
        return value.toString();
    }
}
