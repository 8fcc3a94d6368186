package hoso.healthrecord.reading.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.document.claim.ClaimRowsReader.Row;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the rows of drugs (XML2) and of services and supplies (XML3) become: MedicationRequest, Procedure,
/// SupplyDelivery.
final class ClaimTreatments {
    static final String SERVICE = "urn:vn:dich-vu-ky-thuat";

    /// Groups of costs (`MA_NHOM`, Decision 4750) that tell what a service is.
    private static final Map<String, String> GROUPS = Map.of(
            "1", "Xét nghiệm",
            "2", "Chẩn đoán hình ảnh",
            "3", "Thăm dò chức năng",
            "8", "Phẫu thuật",
            "12", "Vận chuyển",
            "13", "Khám bệnh",
            "14", "Giường điều trị ban ngày",
            "15", "Giường điều trị nội trú",
            "18", "Thủ thuật");

    private ClaimTreatments() {}

    static Stream<ObjectNode> drug(Frame frame, Row row) {
        var name = joined(" ", row.text("TEN_THUOC"), row.text("HAM_LUONG"));
        var drug = Nodes.concept("urn:vn:ma-thuoc", row.text("MA_THUOC"), name);
        if (drug == null) {
            return Stream.empty();
        }
        var request = frame.inEncounter("MedicationRequest", row.place())
                .put("status", frame.header().dischargedAt() == null ? "active" : "completed")
                .put("intent", "order");
        request.set("medicationCodeableConcept", drug);
        Nodes.put(request, "authoredOn", Nodes.time(row.moment("NGAY_YL")));
        var dose = joined("; ", row.text("LIEU_DUNG"), row.text("CACH_DUNG"));
        if (dose != null) {
            request.withArray("dosageInstruction").addObject().put("text", dose);
        }
        var quantity = Units.quantity(row.text("SO_LUONG"), row.text("DON_VI_TINH"));
        if (quantity != null) {
            request.withObject("/dispenseRequest").set("quantity", quantity);
        }
        return Stream.of(request);
    }

    static Stream<ObjectNode> service(Frame frame, Row row) {
        var service = Nodes.concept(SERVICE, row.text("MA_DICH_VU"), row.text("TEN_DICH_VU"));
        return service == null ? supply(frame, row) : Stream.of(procedure(frame, row, service));
    }

    private static ObjectNode procedure(Frame frame, Row row, ObjectNode service) {
        var procedure = frame.inEncounter("Procedure", row.place()).put("status", "completed");
        var group = row.text("MA_NHOM");
        if (group != null) {
            var category = Nodes.coded("urn:vn:ma-nhom", group, null);
            Nodes.put(category, "text", GROUPS.get(group));
            procedure.set("category", category);
        }
        procedure.set("code", service);
        Nodes.put(procedure, "performedDateTime", performed(row));
        return procedure;
    }

    private static Stream<ObjectNode> supply(Frame frame, Row row) {
        var item = Nodes.concept("urn:vn:ma-vat-tu", row.text("MA_VAT_TU"), row.text("TEN_VAT_TU"));
        if (item == null) {
            return Stream.empty();
        }
        var delivery = frame.about("SupplyDelivery", row.place(), "patient").put("status", "completed");
        var supplied = delivery.withObject("/suppliedItem");
        Nodes.put(supplied, "quantity", Units.quantity(row.text("SO_LUONG"), row.text("DON_VI_TINH")));
        supplied.set("itemCodeableConcept", item);
        Nodes.put(delivery, "occurrenceDateTime", performed(row));
        return Stream.of(delivery);
    }

    private static @Nullable String performed(Row row) {
        var done = row.moment("NGAY_TH_YL");
        return Nodes.time(done == null ? row.moment("NGAY_YL") : done);
    }

    static @Nullable String joined(String between, @Nullable String... texts) {
        var joined = Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining(between));
        return joined.isEmpty() ? null : joined;
    }
}
