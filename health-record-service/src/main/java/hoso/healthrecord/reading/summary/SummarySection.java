package hoso.healthrecord.reading.summary;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.healthrecord.reading.resource.RecordEntry;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The sections of a patient summary, in the order of IPS 2.0.0. The first three are always there.
public enum SummarySection {
    PROBLEMS("11450-4", "Problem list - Reported", "Vấn đề sức khỏe", "Problems"),
    ALLERGIES("48765-2", "Allergies and adverse reactions Document", "Dị ứng", "Allergies and intolerances"),
    MEDICATIONS("10160-0", "History of Medication use Narrative", "Thuốc", "Medication"),
    IMMUNIZATIONS("11369-6", "History of Immunization note", "Tiêm chủng", "Immunizations"),
    RESULTS("30954-2", "Relevant diagnostic tests/laboratory data note", "Kết quả xét nghiệm và chẩn đoán", "Results"),
    PROCEDURES("47519-4", "History of Procedures Document", "Thủ thuật và phẫu thuật", "Procedures"),
    DEVICES("46264-8", "History of medical device use", "Thiết bị y tế", "Medical devices"),
    ALERTS("104605-1", "Alert", "Cảnh báo", "Alerts"),
    PAST_PROBLEMS("11348-0", "History of Past illness note", "Bệnh đã qua", "Past problems"),
    PLAN("18776-5", "Plan of care note", "Kế hoạch điều trị", "Plan of care"),
    SOCIAL_HISTORY("29762-2", "Social history note", "Lối sống", "Social history"),
    VITAL_SIGNS("8716-3", "Vital signs note", "Dấu hiệu sinh tồn", "Vital signs");

    private static final Set<SummarySection> REQUIRED = EnumSet.of(PROBLEMS, ALLERGIES, MEDICATIONS);
    private static final Set<String> PAST = Set.of("inactive", "remission", "resolved");

    private final String code;
    private final String display;
    private final String vietnamese;
    private final String english;

    SummarySection(String code, String display, String vietnamese, String english) {
        this.code = code;
        this.display = display;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /// Code of LOINC.
    String code() {
        return code;
    }

    String display() {
        return display;
    }

    /// What the section is called.
    public String title(Locale language) {
        return language.equals(Locale.ENGLISH) ? english : vietnamese;
    }

    /// Is it there even when nothing was filed for it?
    public boolean isRequired() {
        return REQUIRED.contains(this);
    }

    /// What of a record belongs here, fact or not.
    public List<RecordEntry> of(List<RecordEntry> entries) {
        return entries.stream()
                .filter(entry -> holds(entry.type(), entry.resource()))
                .toList();
    }

    private boolean holds(String type, JsonNode resource) {
        return switch (this) {
            case PROBLEMS -> type.equals("Condition") && !past(resource);
            case PAST_PROBLEMS -> type.equals("Condition") && past(resource);
            case ALLERGIES -> type.equals("AllergyIntolerance");
            case MEDICATIONS -> type.startsWith("Medication") && !type.equals("Medication");
            case IMMUNIZATIONS -> type.equals("Immunization");
            case RESULTS ->
                type.equals("DiagnosticReport")
                        || (type.equals("Observation")
                                && !category(resource, "vital-signs")
                                && !category(resource, "social-history"));
            case PROCEDURES -> type.equals("Procedure");
            case DEVICES -> type.equals("DeviceUseStatement");
            case ALERTS -> type.equals("Flag");
            case PLAN -> type.equals("CarePlan");
            case SOCIAL_HISTORY -> type.equals("Observation") && category(resource, "social-history");
            case VITAL_SIGNS -> type.equals("Observation") && category(resource, "vital-signs");
        };
    }

    private static boolean past(JsonNode condition) {
        return condition
                .path("clinicalStatus")
                .path("coding")
                .valueStream()
                .anyMatch(coding -> PAST.contains(coding.path("code").asText()));
    }

    private static boolean category(JsonNode resource, String code) {
        return resource.path("category")
                .valueStream()
                .flatMap(category -> category.path("coding").valueStream())
                .anyMatch(coding -> coding.path("code").asText().equals(code));
    }
}
