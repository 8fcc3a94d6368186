package hoso.healthrecord.reading.resource;

import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.Documents;
import hoso.healthrecord.document.Reading;
import hoso.healthrecord.document.reading.DocumentReader;
import hoso.healthrecord.visit.Retraction;
import hoso.healthrecord.visit.Visits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Visits as they lie in a record, to test what is derived from them.
public final class FiledVisits {
    public static final UUID RECORD = UUID.fromString("0198a5c0-0000-7000-8000-0000000000a0");
    public static final UUID VISIT = UUID.fromString("0198a5c0-0000-7000-8000-0000000000b0");
    public static final Instant RECEIVED = Instant.parse("2026-11-23T03:00:00Z");

    private FiledVisits() {}

    public static Visits.Filed claim(byte[] document) {
        return filed(DocumentFormat.CLAIM_XML, document, null);
    }

    public static Visits.Filed bundle(byte[] document) {
        return filed(DocumentFormat.FHIR_JSON, document, null);
    }

    public static Visits.Filed filed(DocumentFormat format, byte[] document, @Nullable Retraction retraction) {
        return switch (DocumentReader.read(format, document, Documents.NOW)) {
            case Reading.Read read ->
                new Visits.Filed(
                        new Visits.Kept(VISIT, format, read.visit(), 1, RECEIVED, retraction),
                        new Visits.Document(format, document));
            case Reading.Refused refused ->
                throw new AssertionError(refused.flaws().toString());
        };
    }

    public static List<RecordEntry> entries(Visits.Filed filed) {
        return VisitEntries.of(RECORD, filed);
    }

    /// The example bundle with one more resource about its patient.
    public static byte[] bundleWith(String resource) {
        var example = new String(Documents.bundleExample(), StandardCharsets.UTF_8);
        var end = example.lastIndexOf(']');
        return (example.substring(0, end) + ",{\"resource\":" + resource + "}" + example.substring(end))
                .getBytes(StandardCharsets.UTF_8);
    }
}
