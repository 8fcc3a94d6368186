package hoso.healthrecord.document.reading;

import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.Flaws;
import hoso.healthrecord.document.HandedOut;
import hoso.healthrecord.document.History;
import hoso.healthrecord.document.Reading;
import hoso.healthrecord.document.claim.ClaimDocumentWriter;
import hoso.healthrecord.document.claim.ClaimEnvelopeReader;
import hoso.healthrecord.document.fhir.BundleDocumentWriter;
import hoso.healthrecord.document.fhir.FhirBundleReader;
import hoso.healthrecord.document.fhir.FhirHistoryReader;
import java.time.Instant;
import java.util.Optional;

/// Reads a document in either format. Whatever the bytes are, the answer is a value.
public final class DocumentReader {
    private DocumentReader() {}

    public static Reading read(DocumentFormat format, byte[] document, Instant now) {
        return switch (format) {
            case CLAIM_XML -> ClaimEnvelopeReader.read(document, now);
            case FHIR_JSON -> FhirBundleReader.read(document, now);
        };
    }

    /// The visits of a document that tells of several; absent when it tells of one.
    ///
    /// @param facility that sent it
    public static Optional<History> history(DocumentFormat format, byte[] document, String facility, Instant now) {
        return format == DocumentFormat.FHIR_JSON ? FhirHistoryReader.read(document, facility, now) : Optional.empty();
    }

    /// The document as the app may have it today. It was read when it came, so that it can be read.
    public static HandedOut handedOut(DocumentFormat format, byte[] document) {
        try {
            return switch (format) {
                case CLAIM_XML -> ClaimDocumentWriter.of(document);
                case FHIR_JSON -> BundleDocumentWriter.of(document);
            };
        } catch (Flaws.Stop stop) {
            throw new IllegalStateException("a document that was taken cannot be read", stop);
        }
    }
}
