package hoso.identity.register;

import hoso.chassis.personal.Sensitive;
import org.jspecify.annotations.Nullable;

/// An address of two levels, as since 2025-07-01: commune (5 digits) and province (2 digits), codes with their leading
/// zeros; older entries may have only the text, which is kept as it was given.
public record Address(
        @Nullable String line,
        @Nullable String communeCode,
        @Nullable String provinceCode,
        String text) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
