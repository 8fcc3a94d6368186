package hoso.healthrecord.reading.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;

/// The Unified Code for Units of Measure.
public final class Ucum {
    private static final int DIGITS = 12;
    private static final UcumEssenceService SERVICE = open();

    private Ucum() {}

    private static UcumEssenceService open() {
        try (var in = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
            return new UcumEssenceService(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UcumException e) {
            throw new IllegalStateException("the units of UCUM cannot be read", e);
        }
    }

    /// Is it a unit of UCUM (case counts)?
    public static boolean knows(String code) {
        return !code.isBlank() && SERVICE.validate(code) == null;
    }

    /// The value in another unit of the same kind; empty when there is no way from one to the other, as from
    /// `mmol/L` to `mg/dL`, which needs the mass of the substance.
    public static Optional<BigDecimal> convert(BigDecimal value, String from, String to) {
        if (from.equals(to)) {
            return Optional.of(value);
        }
        try {
            if (!knows(from) || !knows(to) || !SERVICE.isComparable(from, to)) {
                return Optional.empty();
            }
            var converted = SERVICE.convert(new Decimal(value.toPlainString(), DIGITS), from, to);
            return Optional.of(new BigDecimal(converted.asDecimal()));
        } catch (UcumException _) {
            return Optional.empty();
        }
    }
}
