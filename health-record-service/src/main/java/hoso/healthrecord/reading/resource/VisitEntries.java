package hoso.healthrecord.reading.resource;

import hoso.healthrecord.document.Further.Standing;
import hoso.healthrecord.document.claim.ClaimRowsReader;
import hoso.healthrecord.document.fhir.BundleEntriesReader;
import hoso.healthrecord.visit.Visits;
import java.util.List;
import java.util.UUID;

/// The resources of one visit, one Patient among them.
final class VisitEntries {
    private VisitEntries() {}

    static List<RecordEntry> of(UUID record, Visits.Filed filed) {
        var frame = new Frame(record, filed.kept());
        if (filed.kept().retraction() != null) {
            return whereAndWhen(frame);
        }
        var bytes = filed.document().bytes();
        return switch (filed.document().format()) {
            case CLAIM_XML ->
                ClaimRowsReader.of(bytes)
                        .map(rows -> new ClaimEntries(frame, rows).all())
                        .orElseGet(() -> whereAndWhen(frame));
            case FHIR_JSON ->
                BundleEntriesReader.of(bytes)
                        .map(items -> new BundleEntries(frame, items).all())
                        .orElseGet(() -> whereAndWhen(frame));
        };
    }

    /// All that may be told of HIV care, and of a visit that its facility took back.
    private static List<RecordEntry> whereAndWhen(Frame frame) {
        var retracted = frame.kept().retraction() != null;
        var encounter = frame.encounter();
        if (retracted) {
            encounter.put("status", "entered-in-error");
        }
        return List.of(
                frame.entry("visit", null, frame.patient()),
                frame.entry("visit", retracted ? Standing.ENTERED_IN_ERROR : null, encounter));
    }
}
