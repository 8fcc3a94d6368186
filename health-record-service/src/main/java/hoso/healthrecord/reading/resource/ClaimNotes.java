package hoso.healthrecord.reading.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.document.VitalSigns;
import hoso.healthrecord.document.claim.ClaimRowsReader.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a note of the ward (XML5) becomes: a ClinicalImpression, and one Observation for each vital sign in it, by
/// the codes and units of FHIR's vital signs profile.
final class ClaimNotes {
    private ClaimNotes() {}

    static Stream<ObjectNode> of(Frame frame, Row row) {
        var made = new ArrayList<ObjectNode>();
        var note = ClaimTreatments.joined(
                "\n",
                row.text("DIEN_BIEN_LS"),
                row.text("GIAI_DOAN_BENH"),
                row.text("HOI_CHAN"),
                row.text("PHAU_THUAT"));
        var at = Nodes.time(row.moment("THOI_DIEM_DBLS"));
        if (note != null) {
            var impression =
                    frame.inEncounter("ClinicalImpression", row.place()).put("status", "completed");
            Nodes.put(impression, "effectiveDateTime", at);
            made.add(impression.put("summary", note));
        }
        var marks = VitalSigns.all(row.text("DIEN_BIEN_LS"));
        for (int i = 0; i < marks.size(); i++) {
            made.addAll(signs(frame, row.place() + "/signs/" + (i + 1), at, marks.get(i)));
        }
        return made.stream();
    }

    private static List<ObjectNode> signs(Frame frame, String key, @Nullable String at, VitalSigns signs) {
        var made = new ArrayList<ObjectNode>();
        add(made, frame, key, at, sign("8867-4", "Heart rate", "Mạch", "/min", signs.pulse()));
        add(made, frame, key, at, sign("8310-5", "Body temperature", "Nhiệt độ", "Cel", signs.temperature()));
        add(made, frame, key, at, sign("9279-1", "Respiratory rate", "Nhịp thở", "/min", signs.respiration()));
        add(made, frame, key, at, sign("2708-6", "Oxygen saturation in Arterial blood", "SpO2", "%", signs.oxygen()));
        if (signs.systolic() != null && signs.diastolic() != null) {
            var pressure = observation(
                    frame,
                    key + "/85354-9",
                    "vital-signs",
                    "85354-9",
                    "Blood pressure panel with all children optional",
                    at);
            pressure.withObject("/code").put("text", "Huyết áp");
            component(pressure, "8480-6", "Systolic blood pressure", "tâm thu", signs.systolic());
            component(pressure, "8462-4", "Diastolic blood pressure", "tâm trương", signs.diastolic());
            made.add(pressure);
        }
        if (signs.careLevel() != null) {
            var level = observation(frame, key + "/care-level", "survey", null, "Mức độ chăm sóc", at);
            level.put("valueInteger", signs.careLevel().intValue());
            made.add(level);
        }
        return made;
    }

    private record Sign(
            String code,
            String name,
            String text,
            String unit,
            @Nullable BigDecimal value) {}

    private static Sign sign(String code, String name, String text, String unit, @Nullable BigDecimal value) {
        return new Sign(code, name, text, unit, value);
    }

    private static void add(List<ObjectNode> made, Frame frame, String key, @Nullable String at, Sign sign) {
        if (sign.value() != null) {
            var one = observation(frame, key + "/" + sign.code(), "vital-signs", sign.code(), sign.name(), at);
            one.withObject("/code").put("text", sign.text());
            one.set("valueQuantity", Units.ucum(sign.value(), sign.unit()));
            made.add(one);
        }
    }

    private static void component(ObjectNode panel, String code, String name, String text, BigDecimal value) {
        var component = panel.withArray("component").addObject();
        component.set("code", Nodes.coded("http://loinc.org", code, name).put("text", text));
        component.set("valueQuantity", Units.ucum(value, "mm[Hg]"));
    }

    /// An Observation without its value. Where no time is written it was seen at some time of the visit.
    ///
    /// @param code of LOINC; absent when only the name is known
    static ObjectNode observation(
            Frame frame, String key, String category, @Nullable String code, String name, @Nullable String at) {
        var observation = frame.inEncounter("Observation", key).put("status", "final");
        observation
                .withArray("category")
                .add(Nodes.coded("http://terminology.hl7.org/CodeSystem/observation-category", category, null));
        observation.set("code", code == null ? Nodes.text(name) : Nodes.coded("http://loinc.org", code, name));
        if (at == null) {
            observation.set("effectivePeriod", frame.period());
        } else {
            observation.put("effectiveDateTime", at);
        }
        return observation;
    }
}
