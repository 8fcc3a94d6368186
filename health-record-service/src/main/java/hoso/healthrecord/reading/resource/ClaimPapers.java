package hoso.healthrecord.reading.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.document.claim.ClaimRowsReader.Row;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the tables that are papers (XML7 to XML15) become: a DocumentReference whose attachment is the filled tags
/// as text. HIV rules have taken out of them what the law keeps back.
final class ClaimPapers {
    /// Titles as the papers bear them (Decisions 130 and 4750, Circular 01/2025).
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("XML4", "Kết quả cận lâm sàng"),
            Map.entry("XML7", "Giấy ra viện"),
            Map.entry("XML8", "Tóm tắt hồ sơ bệnh án"),
            Map.entry("XML9", "Giấy chứng sinh"),
            Map.entry("XML10", "Giấy chứng nhận nghỉ dưỡng thai"),
            Map.entry("XML11", "Giấy chứng nhận nghỉ việc hưởng bảo hiểm xã hội"),
            Map.entry("XML12", "Biên bản giám định y khoa"),
            Map.entry("XML13", "Phiếu chuyển cơ sở khám bệnh, chữa bệnh"),
            Map.entry("XML14", "Phiếu hẹn khám lại"),
            Map.entry("XML15", "Thông tin điều trị bệnh lao"));

    /// LOINC types of documents, where there is one.
    private static final Map<String, String> TYPES = Map.of("XML7", "18842-5", "XML8", "34133-9", "XML13", "57133-1");

    static final List<String> TABLES =
            List.of("XML7", "XML8", "XML9", "XML10", "XML11", "XML12", "XML13", "XML14", "XML15");

    private ClaimPapers() {}

    static String titleOf(String table) {
        return TITLES.getOrDefault(table, table);
    }

    static Stream<ObjectNode> paper(Frame frame, Row row) {
        var text = row.cells().entrySet().stream()
                .filter(cell -> !cell.getValue().isBlank())
                .map(cell -> cell.getKey() + ": " + cell.getValue().strip())
                .collect(Collectors.joining("\n"));
        if (text.isEmpty()) {
            return Stream.empty();
        }
        var paper = frame.about("DocumentReference", row.place() + "/paper", "subject")
                .put("status", "current");
        var loinc = TYPES.get(row.table());
        var type = loinc == null ? Nodes.object() : Nodes.coded("http://loinc.org", loinc, null);
        paper.set("type", type.put("text", titleOf(row.table())));
        paper.put("date", Nodes.local(frame.kept().receivedAt()));
        paper.put("description", titleOf(row.table()));
        paper.withArray("content")
                .addObject()
                .withObject("/attachment")
                .put("contentType", "text/plain; charset=utf-8")
                .put("title", titleOf(row.table()))
                .put("data", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        paper.withObject("/context").withArray("encounter").add(Nodes.reference(frame.encounterReference()));
        return Stream.of(paper);
    }
}
