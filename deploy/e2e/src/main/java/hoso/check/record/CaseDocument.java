package hoso.check.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Random;

/// Makes the document of a case: the same patient and visit each time, and what the case says of them.
final class CaseDocument {
    private static final String EPISODE = "${EPISODE}";
    private static final String[][] SUMMARY = {
        {"MA_LK", EPISODE},
        {"STT", "1"},
        {"MA_BN", "BN1"},
        {"HO_TEN", "TRẦN VĂN THỬ"},
        {"SO_CCCD", "003085000017"},
        {"NGAY_SINH", "198506020000"},
        {"GIOI_TINH", "1"},
        {"MA_BENH_CHINH", "J02.9"},
        {"CHAN_DOAN_RV", "Viêm họng cấp"},
        {"NGAY_VAO", "202610200740"},
        {"NGAY_RA", "202610200915"},
        {"KET_QUA_DTRI", "2"},
        {"MA_LOAI_RV", "1"},
        {"MA_LOAI_KCB", "01"},
        {"MA_CSKCB", "01000"}
    };

    private CaseDocument() {}

    /// @param changes members that replace those of the case: `tags`, `tables`, `madeOn`
    static Sendable of(JsonNode one, JsonNode changes, String episode) {
        return one.has("claim")
                ? new Sendable("application/xml", claim(one, changes, episode).getBytes(StandardCharsets.UTF_8))
                : new Sendable("application/fhir+json", bundle(one, episode).getBytes(StandardCharsets.UTF_8));
    }

    private static String claim(JsonNode one, JsonNode changes, String episode) {
        var tags = new LinkedHashMap<String, String>();
        for (var tag : SUMMARY) {
            tags.put(tag[0], tag[1]);
        }
        member(one.path("claim"), changes, "tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        var summary = new StringBuilder(one.path("declaration").asText("")).append("<TONG_HOP>");
        tags.forEach((tag, text) -> summary.append('<')
                .append(tag)
                .append('>')
                .append(text)
                .append("</")
                .append(tag)
                .append('>'));
        var files = new StringBuilder(file("XML1", summary.append("</TONG_HOP>").toString(), episode));
        member(one.path("claim"), changes, "tables")
                .properties()
                .forEach(table ->
                        files.append(file(table.getKey(), table.getValue().asText(), episode)));
        if (one.has("repeated")) {
            files.append(file("XML4", results(one.path("repeated").path("rows").asInt()), episode));
        }
        return """
                <?xml version="1.0" encoding="utf-8"?><GIAMDINHHS><THONGTINDONVI><MACSKCB>01000</MACSKCB></THONGTINDONVI>\
                <THONGTINHOSO><NGAYLAP>%s</NGAYLAP><SOLUONGHOSO>1</SOLUONGHOSO><DANHSACHHOSO><HOSO>%s</HOSO>\
                </DANHSACHHOSO></THONGTINHOSO><CHUKYDONVI>%s</CHUKYDONVI></GIAMDINHHS>""".formatted(
                        member(one, changes, "madeOn").asText("20261123"),
                        files,
                        one.path("signature").asText(""));
    }

    private static JsonNode member(JsonNode one, JsonNode changes, String name) {
        return changes.has(name) ? changes.path(name) : one.path(name);
    }

    private static String file(String table, String xml, String episode) {
        var bytes = xml.replace(EPISODE, episode).getBytes(StandardCharsets.UTF_8);
        return "<FILEHOSO><LOAIHOSO>" + table + "</LOAIHOSO><NOIDUNGFILE>"
                + Base64.getEncoder().encodeToString(bytes) + "</NOIDUNGFILE></FILEHOSO>";
    }

    private static String results(int rows) {
        var row = "<CHI_TIET_CLS><MA_LK>" + EPISODE
                + "</MA_LK><STT>1</STT><MA_DICH_VU>22.1</MA_DICH_VU><MA_CHI_SO>WBC</MA_CHI_SO>"
                + "<TEN_CHI_SO>WBC</TEN_CHI_SO><GIA_TRI>7.8</GIA_TRI><NGAY_KQ>202610200800</NGAY_KQ></CHI_TIET_CLS>";
        return "<CHITIEU_CHITIET_DICHVUCANLAMSANG><DSACH_CHI_TIET_CLS>" + row.repeat(rows)
                + "</DSACH_CHI_TIET_CLS></CHITIEU_CHITIET_DICHVUCANLAMSANG>";
    }

    private static String bundle(JsonNode one, String episode) {
        var bundle = Data.resource("record-bundle.json");
        replace((ObjectNode) bundle.path("entry").path(0).path("resource"), one.path("patient"));
        replace((ObjectNode) bundle.path("entry").path(1).path("resource"), one.path("encounter"));
        var entries = (ArrayNode) bundle.path("entry");
        for (var resource : one.path("resources")) {
            entries.addObject()
                    .put(
                            "fullUrl",
                            "http://hospital.example/fhir/"
                                    + resource.path("resourceType").asText() + "/"
                                    + resource.path("id").asText())
                    .set("resource", resource);
        }
        if (one.has("attachment")) {
            entries.addObject().set("resource", attachment(one.path("attachment")));
        }
        var text = bundle.toString().replace(EPISODE, episode);
        for (var literal : one.path("literal").properties()) {
            text = text.replace(literal.getKey(), literal.getValue().asText());
        }
        return text;
    }

    /// Bytes of chance, the same each time; `holds` is written over the base64 text, of which any letters are right.
    private static ObjectNode attachment(JsonNode what) {
        var bytes = new byte[what.path("bytes").asInt()];
        new Random(7).nextBytes(bytes);
        var begin = what.path("startsWith").asText("").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(begin, 0, bytes, 0, begin.length);
        var base64 = new StringBuilder(Base64.getEncoder().encodeToString(bytes));
        var at = 1_000;
        for (var word : what.path("holds")) {
            base64.replace(at, at + word.asText().length(), word.asText());
            at += 1_000;
        }
        var document = Data.JSON.createObjectNode();
        document.put("resourceType", "DocumentReference").put("id", "tep").put("status", "current");
        document.putObject("subject").put("reference", "Patient/nguoi-benh");
        document.putArray("content")
                .addObject()
                .putObject("attachment")
                .put("contentType", what.path("mediaType").asText())
                .put("data", base64.toString());
        return document;
    }

    private static void replace(ObjectNode resource, JsonNode members) {
        members.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                resource.remove(member.getKey());
            } else {
                resource.set(member.getKey(), member.getValue());
            }
        });
    }
}
