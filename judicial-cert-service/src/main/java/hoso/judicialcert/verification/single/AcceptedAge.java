package hoso.judicialcert.verification.single;

import hoso.judicialcert.law.CertificateRule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How old a certificate may be for the one who asks. Who says nothing minds nothing: the law lets none expire.
///
/// @param purpose what it is shown for
/// @param maxAgeDays in days of the calendar
public record AcceptedAge(
        CertificateRule.@Nullable Purpose purpose, @Nullable Integer maxAgeDays) {
    static final AcceptedAge NONE = new AcceptedAge(null, null);

    /// The last day on which a certificate of that day counts: the earlier one, if both were asked for.
    Optional<LocalDate> lastDay(LocalDate issuedOn) {
        var ofPurpose = Optional.ofNullable(purpose).map(asked -> asked.lastDay(issuedOn));
        var ofAge = Optional.ofNullable(maxAgeDays).map(issuedOn::plusDays);
        return Stream.of(ofPurpose, ofAge).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
}
