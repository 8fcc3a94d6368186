package hoso.healthrecord.reading.print;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the kinds of resources are called for people.
final class PrintedTypes {
    private static final Map<String, List<String>> TITLES = Map.ofEntries(
            Map.entry("Condition", List.of("Chẩn đoán", "Diagnoses")),
            Map.entry("MedicationRequest", List.of("Thuốc", "Medication")),
            Map.entry("MedicationStatement", List.of("Thuốc đang dùng", "Medication taken")),
            Map.entry("MedicationDispense", List.of("Thuốc đã cấp", "Dispensed medication")),
            Map.entry("MedicationAdministration", List.of("Thuốc đã dùng", "Administered medication")),
            Map.entry("Procedure", List.of("Dịch vụ kỹ thuật", "Services")),
            Map.entry("SupplyDelivery", List.of("Vật tư y tế", "Supplies")),
            Map.entry("Observation", List.of("Kết quả và dấu hiệu sinh tồn", "Results and vital signs")),
            Map.entry("DiagnosticReport", List.of("Kết luận", "Reports")),
            Map.entry("ClinicalImpression", List.of("Diễn biến", "Notes")),
            Map.entry("CarePlan", List.of("Phương pháp điều trị", "Treatment")),
            Map.entry("Communication", List.of("Lời dặn", "Advice")),
            Map.entry("Appointment", List.of("Hẹn khám lại", "Re-examination")),
            Map.entry("ServiceRequest", List.of("Chỉ định và chuyển cơ sở", "Orders and referral")),
            Map.entry("DocumentReference", List.of("Giấy tờ", "Papers")),
            Map.entry("AllergyIntolerance", List.of("Dị ứng", "Allergies")),
            Map.entry("Immunization", List.of("Tiêm chủng", "Vaccinations")));

    private PrintedTypes() {}

    static String title(String type, Locale language) {
        var titles = TITLES.getOrDefault(type, List.of(type, type));
        return titles.get(language.equals(Locale.ENGLISH) ? 1 : 0);
    }
}
