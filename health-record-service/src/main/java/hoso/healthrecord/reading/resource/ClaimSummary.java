package hoso.healthrecord.reading.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.document.claim.ClaimRowsReader.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the summary of a claim (XML1) becomes: Patient, Encounter, Coverage, Conditions, blood group, weight,
/// treatment and advice.
final class ClaimSummary {
    private static final String DECIMAL = "[0-9]{1,3}(?:[.,][0-9]{1,2})?";

    /// SNOMED CT codes of the blood groups (LOINC answer list of 882-1).
    private static final Map<String, String> GROUPS = Map.of(
            "A+", "278149003",
            "A-", "278152006",
            "B+", "278150003",
            "B-", "278153001",
            "AB+", "278151004",
            "AB-", "278154007",
            "O+", "278147001",
            "O-", "278148006");

    private ClaimSummary() {}

    static Stream<ObjectNode> of(Frame frame, Row summary) {
        var diagnoses = conditions(frame, summary);
        return Stream.of(
                        Stream.of(patient(frame, summary), encounter(frame, summary, diagnoses)),
                        diagnoses.stream(),
                        Stream.of(
                                coverage(frame, summary),
                                bloodGroup(frame, summary),
                                weight(frame, summary),
                                treatment(frame, summary),
                                advice(frame, summary)))
                .flatMap(one -> one)
                .filter(Objects::nonNull);
    }

    private static ObjectNode patient(Frame frame, Row summary) {
        var patient = frame.patient();
        var number = summary.text("SO_CCCD");
        if (number != null) {
            patient.withArray("identifier").add(Nodes.identifier("urn:vn:so-dinh-danh", number));
        }
        var phone = summary.text("DIEN_THOAI");
        if (phone != null) {
            patient.withArray("telecom").addObject().put("system", "phone").put("value", phone);
        }
        var address = summary.text("DIA_CHI");
        if (address != null) {
            patient.withArray("address").addObject().put("text", address).put("country", "VN");
        }
        return patient;
    }

    private static ObjectNode encounter(Frame frame, Row summary, List<ObjectNode> diagnoses) {
        var encounter = frame.encounter();
        var kind = summary.text("MA_LOAI_KCB");
        if (kind != null) {
            encounter.withArray("type").add(Nodes.coded("urn:vn:ma-loai-kcb", kind, null));
        }
        var reason = summary.text("LY_DO_VV");
        if (reason != null) {
            encounter.withArray("reasonCode").add(Nodes.text(reason));
        }
        for (int i = 0; i < diagnoses.size(); i++) {
            var diagnosis = encounter.withArray("diagnosis").addObject();
            diagnosis.set(
                    "condition",
                    Nodes.reference("Condition/" + diagnoses.get(i).path("id").asText()));
            diagnosis.put("rank", i + 1);
        }
        var outcome = summary.text("KET_QUA_DTRI");
        if (outcome != null) {
            encounter
                    .withObject("/hospitalization")
                    .set("dischargeDisposition", Nodes.coded("urn:vn:ket-qua-dtri", outcome, null));
        }
        return encounter;
    }

    private static List<ObjectNode> conditions(Frame frame, Row summary) {
        var diagnoses = summary.diagnoses();
        return IntStream.range(0, diagnoses.size())
                .mapToObj(i -> {
                    var condition = frame.inEncounter("Condition", "XML1/diagnosis/" + (i + 1));
                    condition.set(
                            "verificationStatus",
                            Nodes.coded(
                                    "http://terminology.hl7.org/CodeSystem/condition-ver-status",
                                    "confirmed",
                                    "Confirmed"));
                    condition
                            .withArray("category")
                            .add(Nodes.coded(
                                    "http://terminology.hl7.org/CodeSystem/condition-category",
                                    "encounter-diagnosis",
                                    "Encounter Diagnosis"));
                    Nodes.put(
                            condition,
                            "code",
                            Nodes.concept(
                                    "http://hl7.org/fhir/sid/icd-10",
                                    diagnoses.get(i).code(),
                                    diagnoses.get(i).text()));
                    condition.put("recordedDate", Nodes.local(frame.header().admittedAt()));
                    return condition;
                })
                .toList();
    }

    /// Cards are parallel lists: number, from, until.
    private static @Nullable ObjectNode coverage(Frame frame, Row summary) {
        var cards = summary.list("MA_THE_BHYT");
        if (cards.isEmpty()) {
            return null;
        }
        var coverage = frame.about("Coverage", "XML1/coverage", "beneficiary");
        coverage.put("status", "active");
        coverage.put("subscriberId", cards.getLast());
        var payor = coverage.withArray("payor").addObject();
        payor.put("display", "Bảo hiểm xã hội Việt Nam");
        return coverage;
    }

    private static @Nullable ObjectNode bloodGroup(Frame frame, Row summary) {
        var group = summary.text("NHOM_MAU");
        if (group == null) {
            return null;
        }
        var observation = ClaimNotes.observation(
                frame, "XML1/blood-group", "laboratory", "882-1", "ABO and Rh group [Type] in Blood", null);
        observation.withObject("/code").put("text", "Nhóm máu");
        var code = GROUPS.get(group.replace(" ", ""));
        observation.set(
                "valueCodeableConcept",
                code == null
                        ? Nodes.text(group)
                        : Nodes.coded("http://snomed.info/sct", code, null).put("text", group));
        return observation;
    }

    private static @Nullable ObjectNode weight(Frame frame, Row summary) {
        var weight = summary.text("CAN_NANG");
        if (weight == null || !weight.matches(DECIMAL)) {
            return null;
        }
        var observation = ClaimNotes.observation(frame, "XML1/weight", "vital-signs", "29463-7", "Body weight", null);
        observation.withObject("/code").put("text", "Cân nặng");
        observation.set("valueQuantity", Units.ucum(new BigDecimal(weight.replace(',', '.')), "kg"));
        return observation;
    }

    private static @Nullable ObjectNode treatment(Frame frame, Row summary) {
        var treatment = summary.text("PP_DIEU_TRI");
        if (treatment == null) {
            return null;
        }
        return frame.inEncounter("CarePlan", "XML1/treatment")
                .put("status", frame.header().dischargedAt() == null ? "active" : "completed")
                .put("intent", "plan")
                .put("description", treatment);
    }

    private static @Nullable ObjectNode advice(Frame frame, Row summary) {
        var advice = summary.text("GHI_CHU");
        if (advice == null) {
            return null;
        }
        var communication = frame.inEncounter("Communication", "XML1/advice").put("status", "completed");
        communication.withArray("payload").addObject().put("contentString", advice);
        return communication;
    }
}
