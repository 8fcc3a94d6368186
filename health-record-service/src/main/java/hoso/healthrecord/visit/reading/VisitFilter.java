package hoso.healthrecord.visit.reading;

import hoso.healthrecord.document.CareKind;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.VisitRules;
import hoso.healthrecord.visit.Visits;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which visits of a timeline are wanted; what is absent wants all.
///
/// @param from first day of admission
/// @param until last day of admission
/// @param code of a diagnosis, drug, service, test or any other item that the visit tells as a fact
record VisitFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String facility,
        @Nullable CareKind kind,
        @Nullable String code) {

    boolean takes(Visits.Kept kept) {
        var header = kept.visit().header();
        var day = LocalDate.ofInstant(header.admittedAt(), VisitRules.LOCAL);
        return (from == null || !day.isBefore(from))
                && (until == null || !day.isAfter(until))
                && (facility == null || facility.equals(header.facility()))
                && (kind == null || kind == header.careKind())
                && (code == null || codes(kept.visit().findings()).anyMatch(code::equals));
    }

    /// Are later pages without any that it takes? The timeline goes backwards in time.
    boolean isOver(Visits.Kept kept) {
        return from != null
                && LocalDate.ofInstant(kept.visit().header().admittedAt(), VisitRules.LOCAL)
                        .isBefore(from);
    }

    private static Stream<@Nullable String> codes(Visit.Findings findings) {
        return Stream.of(
                        findings.diagnoses().stream().map(Visit.Diagnosis::code),
                        findings.drugs().stream().map(Visit.Drug::code),
                        findings.services().stream().map(Visit.Service::code),
                        findings.tests().stream().map(Visit.TestResult::code),
                        findings.further().items().stream().map(item -> item.code()))
                .flatMap(codes -> codes);
    }
}
