package hoso.healthrecord.document;

import java.time.Instant;

/// Reads a document in either format. Whatever the bytes are, the answer is a value.
public final class DocumentReader {
    private DocumentReader() {}

    public static Reading read(DocumentFormat format, byte[] document, Instant now) {
        return switch (format) {
            case CLAIM_XML -> ClaimEnvelopeReader.read(document, now);
            case FHIR_JSON -> FhirBundleReader.read(document, now);
        };
    }
}
