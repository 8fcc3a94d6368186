package hoso.healthrecord.visit;

import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;
import java.util.Optional;

/// How visits are taken in.
@ConfigMapping(prefix = "health-record.intake")
interface IntakeConfig {

    /// How many documents above 1 MB are read at the same time.
    int largeAtOnce();

    /// From this day (in Viet Nam) a claim without a valid signature of the facility is refused; absent: it is told
    /// only.
    Optional<LocalDate> signatureRequiredFrom();
}
