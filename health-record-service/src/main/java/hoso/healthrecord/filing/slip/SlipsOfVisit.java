package hoso.healthrecord.filing.slip;

import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.VisitRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The slips that were written in a visit.
final class SlipsOfVisit {
    private SlipsOfVisit() {}

    /// Those with a number: without one none can be shown.
    static List<Slip> of(Visit visit) {
        var codes = visit.findings().diagnoses().stream()
                .map(Visit.Diagnosis::code)
                .filter(Objects::nonNull)
                .toList();
        return Stream.concat(referral(visit, codes), reexaminations(visit, codes))
                .toList();
    }

    private static Stream<Slip> referral(Visit visit, List<String> codes) {
        var referral = visit.findings().referral();
        if (referral == null || referral.number() == null) {
            return Stream.empty();
        }
        var discharged = visit.header().dischargedAt();
        var written =
                LocalDate.ofInstant(discharged == null ? visit.header().admittedAt() : discharged, VisitRules.LOCAL);
        return Stream.of(new Slip(
                SlipKind.REFERRAL,
                referral.number(),
                visit.header().facility(),
                referral.toFacility(),
                written,
                SlipValidity.until(SlipKind.REFERRAL, written, codes)));
    }

    /// The patient comes again to the facility that wrote the slip.
    private static Stream<Slip> reexaminations(Visit visit, List<String> codes) {
        var facility = visit.header().facility();
        return visit.findings().reexaminations().stream().flatMap(one -> {
            var number = one.slip();
            return number == null
                    ? Stream.empty()
                    : Stream.of(new Slip(
                            SlipKind.REEXAMINATION,
                            number,
                            facility,
                            facility,
                            one.on(),
                            SlipValidity.until(SlipKind.REEXAMINATION, one.on(), codes)));
        });
    }
}
