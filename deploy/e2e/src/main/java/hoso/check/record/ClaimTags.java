package hoso.check.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The filled tags of a claim of this check.
final class ClaimTags {
    private static final Pattern LEAF = Pattern.compile("<([A-Z0-9_]+)>([^<]+)</\\1>");

    /// They tell whose visit it is, where and when, or only number the rows.
    private static final Set<String> FRAME = Set.of(
            "MA_LK",
            "STT",
            "MA_BN",
            "HO_TEN",
            "SO_CCCD",
            "NGAY_SINH",
            "GIOI_TINH",
            "MA_CSKCB",
            "NGAY_VAO",
            "NGAY_RA",
            "MA_LOAI_KCB",
            "KET_QUA_DTRI");

    private ClaimTags() {}

    /// One filled tag.
    record Tag(String table, String name, String text) {
        boolean isFrame() {
            return FRAME.contains(name);
        }
    }

    static List<Tag> of(JsonNode claim) {
        var tags = new ArrayList<Tag>();
        claim.path("claim")
                .path("tags")
                .properties()
                .forEach(tag ->
                        tags.add(new Tag("XML1", tag.getKey(), tag.getValue().asText())));
        claim.path("claim").path("tables").properties().forEach(table -> {
            var leaves = LEAF.matcher(table.getValue().asText());
            while (leaves.find()) {
                tags.add(new Tag(table.getKey(), leaves.group(1), leaves.group(2)));
            }
        });
        return tags;
    }

    /// What stands in the visit for a text: each item of a list, a day with its dashes, marks as they are.
    static List<String> forms(String text) {
        if (text.matches("20\\d{6}(\\d{4})?")) {
            return List.of(text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6, 8));
        }
        var plain = text.replace("&lt;", "<").replace("&gt;", ">");
        if (plain.length() < 2) {
            return List.of("\"" + plain + "\"");
        }
        return Arrays.stream(plain.split(";", -1)).map(String::strip).toList();
    }
}
