package hoso.healthrecord.document.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.document.Flaws.Stop;
import hoso.healthrecord.document.HandedOut;
import java.io.UncheckedIOException;

/// Writes a bundle again without what the law keeps back, and says so by the security label of HL7 for that.
public final class BundleDocumentWriter {
    private static final String LABELS = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";
    private static final String REDACTED = "REDACTED";

    private BundleDocumentWriter() {}

    /// A document that was taken before, as the app may have it today.
    public static HandedOut of(byte[] document) throws Stop {
        var bundle = FhirBundleReader.tree(document);
        var hiv = HivBundleReader.of(FhirBundleReader.entries(bundle));
        if (hiv.care()) {
            return new HandedOut.Withheld();
        }
        if (!hiv.anything()) {
            return new HandedOut.Whole(document);
        }
        if (bundle.path("entry") instanceof ArrayNode entries) {
            hiv.left().stream().sorted((a, b) -> b - a).forEach(entries::remove);
        }
        if (bundle instanceof ObjectNode object) {
            object.remove("signature");
            object.withObject("/meta")
                    .withArray("security")
                    .addObject()
                    .put("system", LABELS)
                    .put("code", REDACTED)
                    .put("display", "redacted");
        }
        try {
            return new HandedOut.Cut(FhirBundleReader.MAPPER.writeValueAsBytes(bundle));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
