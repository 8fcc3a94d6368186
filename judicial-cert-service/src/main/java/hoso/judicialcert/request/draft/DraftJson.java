package hoso.judicialcert.request.draft;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.request.filing.RequestBody;
import java.time.Instant;
import java.util.UUID;

/// A form that is being filled in. Nothing of it is checked before it is filed, and no law applies to it yet.
record DraftJson(UUID id, RequestBody form, Instant touchedAt, long version) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
