package hoso.healthrecord.document.claim;

import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws.Stop;
import hoso.healthrecord.document.Further;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One table of a claim (XML1 to XML15) as rows of tag and text. Tags are found by name, never by their place, because
/// exporters order them differently; unknown ones are kept.
///
/// @param rows each row from tag to text; a tag inside an unknown element is named `OUTER/INNER`
/// @param read how often each tag was read, to tell what nothing was made of
record ClaimTableReader(String name, String root, List<Map<String, String>> rows, Map<String, Integer> read) {
    /// More rows than any real stay has: the longest intensive-care claims hold some ten thousand.
    private static final int MOST_ROWS = 30_000;

    private static final int DEPTH = 12;
    private static final int TEXT_LENGTH = 200_000;
    private static final Set<String> FLAT = Set.of("XML1", "XML7", "XML8", "XML10", "XML11", "XML13", "XML14");
    private static final Map<String, Set<String>> KNOWN_TAGS = knownTags();

    /// They tell whose visit it is, where and when, or only number the rows: the visit has them apart.
    private static final Set<String> FRAME = Set.of(
            "MA_LK",
            "STT",
            "HO_TEN",
            "SO_CCCD",
            "NGAY_SINH",
            "GIOI_TINH",
            "MA_CSKCB",
            "NGAY_VAO",
            "NGAY_RA",
            "MA_LOAI_KCB",
            "KET_QUA_DTRI");

    /// A table of which nothing was read yet.
    ClaimTableReader(String name, String root, List<Map<String, String>> rows) {
        this(name, root, rows, new TreeMap<>());
    }

    /// Names of the tables that a claim may hold. XML0, the check-in, is not part of one.
    static Set<String> names() {
        return KNOWN_TAGS.keySet();
    }

    private static Map<String, Set<String>> knownTags() {
        var properties = new Properties();
        try (var in = ClaimTableReader.class.getResourceAsStream("/claim-tables.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var tables = new TreeMap<String, Set<String>>();
        properties.forEach((table, tags) ->
                tables.put(table.toString(), Set.of(tags.toString().split(",", -1))));
        return Map.copyOf(tables);
    }

    static ClaimTableReader read(String name, byte[] content, Budget budget) throws Stop {
        var rows = new Rows(name);
        budget.elements -= ClaimXmlReader.walk(
                content, name, new ClaimXmlReader.Limits(DEPTH, budget.elements, TEXT_LENGTH), rows);
        return new ClaimTableReader(name, rows.root, List.copyOf(rows.rows));
    }

    /// Pointers of the tags that no published version of this table has.
    void unknownTags(Set<String> into) {
        var known = KNOWN_TAGS.getOrDefault(name, Set.of());
        for (var row : rows) {
            for (var tag : row.keySet()) {
                if (!known.contains(tag)) {
                    into.add(name + "/" + tag);
                }
            }
        }
    }

    /// The filled tags of which the app shows nothing, or not in each row: `XML1/NHOM_MAU`, with the number of rows.
    List<Further.Counted> notRead() {
        var filled = new TreeMap<String, Integer>();
        for (var row : rows) {
            for (var cell : row.entrySet()) {
                if (!cell.getValue().isBlank() && !FRAME.contains(cell.getKey())) {
                    filled.merge(cell.getKey(), 1, Integer::sum);
                }
            }
        }
        return filled.entrySet().stream()
                .filter(tag -> tag.getValue() > read.getOrDefault(tag.getKey(), 0))
                .map(tag -> new Further.Counted(
                        name + "/" + tag.getKey(), tag.getValue() - read.getOrDefault(tag.getKey(), 0)))
                .toList();
    }

    /// How deep the elements of the rows lie: a flat table is its own only row.
    static int rowDepth(String table) {
        return FLAT.contains(table) ? 1 : 3;
    }

    /// Where a tag is, for the sender to mend: `XML1/NGAY_VAO`, `XML2[3]/NGAY_YL`.
    String pointer(int row, String tag) {
        return pointer(name, row, tag);
    }

    private static String pointer(String name, int row, String tag) {
        return FLAT.contains(name) ? name + "/" + tag : name + "[" + (row + 1) + "]/" + tag;
    }

    /// The text of a tag, without surrounding blanks; null when it is absent or empty.
    static @Nullable String text(Map<String, String> row, String tag) {
        var text = row.get(tag);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /// What is left of the elements that one document may hold in all its tables.
    static final class Budget {
        private int elements;

        Budget(int elements) {
            this.elements = elements;
        }
    }

    private static final class Rows implements ClaimXmlReader.Listener {
        private final String table;
        private final int rowDepth;
        private final List<Map<String, String>> rows = new ArrayList<>();
        private Map<String, String> row = new LinkedHashMap<>();
        private final Map<String, String> names = new HashMap<>();
        private String root = "";

        Rows(String table) {
            this.table = table;
            this.rowDepth = rowDepth(table);
        }

        @Override
        public void opened(Deque<String> path) throws Stop {
            if (path.size() == 1) {
                root = path.getLast();
            }
            if (path.size() == rowDepth) {
                if (rows.size() == MOST_ROWS) {
                    throw new Stop(table, Code.TOO_MANY_ROWS);
                }
                row = new LinkedHashMap<>();
                rows.add(row);
            }
        }

        @Override
        public void leaf(Deque<String> path, String text) throws Stop {
            if (path.size() > rowDepth) {
                var tag = path.size() == rowDepth + 1
                        ? path.getLast()
                        : String.join("/", path.stream().skip(rowDepth).toList());
                if (row.putIfAbsent(names.computeIfAbsent(tag, same -> same), text) != null) {
                    throw new Stop(pointer(table, rows.size() - 1, tag), Code.TAG_TWICE);
                }
            }
        }
    }
}
