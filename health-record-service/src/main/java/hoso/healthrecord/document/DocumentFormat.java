package hoso.healthrecord.document;

/// The two formats in which hospitals send a visit. Both are read into the same [Visit]; the bytes are kept as sent.
public enum DocumentFormat {
    /// The claim file of the insurance pipeline: one `GIAMDINHHS` envelope with the tables XML1 to XML15.
    CLAIM_XML("application/xml"),
    /// A FHIR R4 bundle.
    FHIR_JSON("application/fhir+json");

    /// The most a document may hold: an attachment of 10 MB in base64, and what stands around it.
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    private final String mediaType;

    DocumentFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
