package hoso.healthrecord.hiv;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The system that a code belongs to. A code counts only in its own: `R75` is a diagnosis in ICD-10 and a bed
/// elsewhere.
public enum CodeSystem {
    ICD_10,
    ICD_11,
    ICD_9,
    SNOMED_CT,
    LOINC,
    ATC,
    /// Services as the Ministry of Health numbers them (`MA_DICH_VU`).
    SERVICE,
    /// The sender named no system: the code is looked up in all of them.
    UNNAMED,
    /// A system of the sender's own, of which nothing is known.
    OTHER;

    /// Systems by a part of their canonical address, or by their whole object identifier.
    private static final Map<String, CodeSystem> PARTS = Map.of(
            "icd-10", ICD_10,
            "icd10", ICD_10,
            "icd-11", ICD_11,
            "icd11", ICD_11,
            "icd-9", ICD_9,
            "icd9", ICD_9,
            "snomed", SNOMED_CT,
            "loinc", LOINC,
            "whocc.no/atc", ATC);

    private static final Map<String, CodeSystem> OBJECT_IDENTIFIERS = Map.of(
            "2.16.840.1.113883.6.3", ICD_10,
            "2.16.840.1.113883.6.90", ICD_10,
            "2.16.840.1.113883.6.4", ICD_10,
            "2.16.840.1.113883.6.103", ICD_9,
            "2.16.840.1.113883.6.42", ICD_9,
            "2.16.840.1.113883.6.96", SNOMED_CT,
            "2.16.840.1.113883.6.1", LOINC,
            "2.16.840.1.113883.6.73", ATC);

    /// The system of a FHIR `Coding.system`: `http://hl7.org/fhir/sid/icd-10`, `urn:oid:2.16.840.1.113883.6.96`.
    public static CodeSystem of(@Nullable String uri) {
        if (uri == null || uri.isBlank()) {
            return UNNAMED;
        }
        var lower = uri.strip().toLowerCase(Locale.ROOT);
        var byObjectIdentifier = OBJECT_IDENTIFIERS.get(lower.replaceFirst("^urn:oid:", ""));
        if (byObjectIdentifier != null) {
            return byObjectIdentifier;
        }
        for (var part : PARTS.entrySet()) {
            if (lower.contains(part.getKey())) {
                return part.getValue();
            }
        }
        // Local names of systems: urn:vn:icd, .../CodeSystem/atc.
        if (lower.endsWith("icd") || lower.contains("ma-benh")) {
            return ICD_10;
        }
        if (lower.endsWith("/atc") || lower.endsWith(":atc")) {
            return ATC;
        }
        return lower.contains("dich-vu") || lower.contains("dvkt") ? SERVICE : OTHER;
    }
}
