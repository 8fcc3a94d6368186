package hoso.healthrecord.sharing.giving;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.personal.Sensitive;
import org.jspecify.annotations.Nullable;

/// The payload of a SMART Health Link, version 1.
///
/// @param exp seconds since 1970
@JsonInclude(JsonInclude.Include.NON_NULL)
record PayloadJson(
        String url,
        String key,
        long exp,
        @Nullable String flag,
        @Nullable String label,
        int v) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
