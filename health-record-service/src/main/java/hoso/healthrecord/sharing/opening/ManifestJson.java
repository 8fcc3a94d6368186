package hoso.healthrecord.sharing.opening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The manifest of a SMART Health Link.
record ManifestJson(List<Entry> files) {

    /// One file.
    ///
    /// @param location where it can be fetched for some minutes; absent where it is embedded
    /// @param embedded the encrypted file itself
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String contentType,
            @Nullable String location,
            @Nullable String embedded,
            Instant lastUpdated,
            String status,
            String fhirVersion) {}
}
