package hoso.healthrecord.reading.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.document.claim.ClaimRowsReader.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// The resources of a claim, by table: what each tag becomes is in the README of the service. There is no official
/// mapping; this one follows the Ministry's draft guide (hl7vn/vn-core-ig) for Encounter, Condition and
/// Observation.
final class ClaimEntries {
    private final Frame frame;
    private final List<Row> rows;

    ClaimEntries(Frame frame, List<Row> rows) {
        this.frame = frame;
        this.rows = rows;
    }

    List<RecordEntry> all() {
        var entries = new ArrayList<RecordEntry>();
        of("XML1").forEach(summary -> ClaimSummary.of(frame, summary).forEach(one -> add(entries, summary, one)));
        each(entries, "XML2", ClaimTreatments::drug);
        each(entries, "XML3", ClaimTreatments::service);
        var results = new ClaimResults(frame, of("XML3").toList());
        of("XML4").forEach(row -> results.observation(row).forEach(one -> add(entries, row, one)));
        results.reports().forEach(report -> add(entries, report.first(), report.resource()));
        of("XML5").forEach(row -> ClaimNotes.of(frame, row).forEach(one -> add(entries, row, one)));
        var appointments = new ClaimAppointments(frame);
        of("XML14").forEach(slip -> appointments.slip(slip).forEach(one -> add(entries, slip, one)));
        of("XML1").forEach(summary -> appointments.days(summary).forEach(one -> add(entries, summary, one)));
        of("XML13").forEach(letter -> add(entries, letter, ClaimAppointments.referral(frame, letter)));
        for (var table : ClaimPapers.TABLES) {
            each(entries, table, ClaimPapers::paper);
        }
        return List.copyOf(entries);
    }

    private Stream<Row> of(String table) {
        return rows.stream().filter(row -> row.table().equals(table));
    }

    private void each(List<RecordEntry> entries, String table, BiFunction<Frame, Row, Stream<ObjectNode>> made) {
        of(table).forEach(row -> made.apply(frame, row).forEach(one -> add(entries, row, one)));
    }

    /// What a claim tells was done and is billed, so that all of it is fact.
    private void add(List<RecordEntry> entries, Row row, ObjectNode resource) {
        entries.add(frame.entry(row.place(), null, resource));
    }
}
