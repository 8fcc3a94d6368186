package hoso.healthrecord.document.claim;

import hoso.healthrecord.document.Flaws;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.hiv.CodeSystem;
import hoso.healthrecord.hiv.HivRules;
import hoso.healthrecord.hiv.HivRules.Degree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the law keeps back of a claim: the HIV table whole; of the tables of drugs, services, tests and notes the rows
/// that speak of HIV; of all others the tags.
///
/// @param tables the tables that remain, without those rows and tags
/// @param cuts what was left out of each table, for the document
record HivClaimReader(Map<String, ClaimTableReader> tables, Map<String, Cut> cuts, boolean care) {
    static final String HIV_TABLE = "XML6";
    private static final String SUMMARY = "XML1";
    private static final String DRUGS = "XML2";
    private static final String TUBERCULOSIS = "XML15";

    /// Tables in which one row is one item.
    private static final Set<String> BY_ROW = Set.of(DRUGS, "XML3", "XML4", "XML5");

    /// Tags that tell of HIV whatever they hold; co-trimoxazole is given beside tuberculosis for HIV only.
    private static final Set<String> TUBERCULOSIS_TAGS =
            Set.of("PHANLOAI_LAO_HIV", "NGAYKD_HIV", "BDDT_ARV", "NGAY_BAT_DAU_DT_CTX");

    /// What is left out of one table: whole rows, and in other rows tags, with the text that stands instead.
    record Cut(Set<Integer> rows, Map<Integer, Map<String, String>> tags) {
        boolean isEmpty() {
            return rows.isEmpty() && tags.isEmpty();
        }
    }

    static HivClaimReader of(Map<String, ClaimTableReader> all) {
        var tables = new LinkedHashMap<String, ClaimTableReader>();
        var cuts = new HashMap<String, Cut>();
        all.forEach((name, table) -> {
            if (name.equals(HIV_TABLE)) {
                return;
            }
            var cut = name.equals(DRUGS) ? drugs(table) : cut(table);
            if (cut.isEmpty()) {
                tables.put(name, table);
            } else {
                tables.put(name, without(table, cut));
                cuts.put(name, cut);
            }
        });
        return new HivClaimReader(tables, cuts, care(all));
    }

    /// Is anything left out, the HIV table included?
    boolean anything(Map<String, ClaimTableReader> all) {
        return care || !cuts.isEmpty() || all.containsKey(HIV_TABLE);
    }

    /// HIV care is told by a diagnosis, or by the day on which HIV was confirmed or its treatment began.
    private static boolean care(Map<String, ClaimTableReader> all) {
        var summary = all.get(SUMMARY);
        var diagnosed = summary != null
                && !summary.rows().isEmpty()
                && ClaimTreatmentReader.diagnoses(new ClaimRowReader(summary, 0, new Flaws())).stream()
                        .anyMatch(HivClaimReader::care);
        return diagnosed || confirmed(all.get(TUBERCULOSIS));
    }

    private static boolean confirmed(@Nullable ClaimTableReader tuberculosis) {
        return tuberculosis != null
                && tuberculosis.rows().stream()
                        .anyMatch(row -> ClaimTableReader.text(row, "NGAYKD_HIV") != null
                                || ClaimTableReader.text(row, "BDDT_ARV") != null);
    }

    private static boolean care(Visit.Diagnosis diagnosis) {
        var degree = HivRules.code(CodeSystem.ICD_10, diagnosis.code());
        return degree == Degree.CARE
                || (degree == null && (HivRules.diagnosis(diagnosis.text()) || HivRules.text(diagnosis.code())));
    }

    private static Cut drugs(ClaimTableReader table) {
        var names = table.rows().stream()
                .map(row -> row.getOrDefault("TEN_THUOC", "") + " " + row.getOrDefault("HAM_LUONG", ""))
                .toList();
        var known = table.rows().stream()
                .map(row -> row.entrySet().stream().anyMatch(HivClaimReader::speaks))
                .toList();
        var keptBack = HivRules.drugs(names, known);
        var rows = new HashSet<Integer>();
        IntStream.range(0, names.size()).filter(keptBack::get).forEach(rows::add);
        return new Cut(rows, Map.of());
    }

    private static Cut cut(ClaimTableReader table) {
        var rows = new HashSet<Integer>();
        var tags = new HashMap<Integer, Map<String, String>>();
        for (int i = 0; i < table.rows().size(); i++) {
            var row = table.rows().get(i);
            var found = new HashMap<String, String>();
            if (table.name().equals(SUMMARY)) {
                diagnoses(row, found);
            }
            for (var cell : row.entrySet()) {
                if (!found.containsKey(cell.getKey()) && speaks(cell)) {
                    found.put(cell.getKey(), "");
                }
            }
            if (!found.isEmpty() && BY_ROW.contains(table.name())) {
                rows.add(i);
            } else if (!found.isEmpty()) {
                tags.put(i, found);
            }
        }
        return new Cut(rows, tags);
    }

    /// Codes and texts of the diagnoses are parallel lists: what is left out of one is left out of the other.
    private static void diagnoses(Map<String, String> row, Map<String, String> found) {
        var main = ClaimTableReader.text(row, "MA_BENH_CHINH");
        var others = ClaimRowReader.codes(ClaimTableReader.text(row, "MA_BENH_KT"));
        var texts = ClaimRowReader.list(ClaimTableReader.text(row, "CHAN_DOAN_RV"));
        var parallel = texts.size() == others.size() + 1;
        var keptOthers = new ArrayList<String>();
        var keptTexts = new ArrayList<String>();
        for (int i = 0; i <= others.size(); i++) {
            var code = i == 0 ? main : others.get(i - 1);
            var text = parallel ? texts.get(i) : null;
            if (HivRules.code(CodeSystem.ICD_10, code) != null || HivRules.diagnosis(text)) {
                if (i == 0) {
                    found.put("MA_BENH_CHINH", "");
                }
                found.put("MA_BENH_KT", "");
                found.put("CHAN_DOAN_RV", "");
                continue;
            }
            if (i > 0) {
                keptOthers.add(others.get(i - 1));
            }
            if (text != null) {
                keptTexts.add(text);
            }
        }
        if (!found.isEmpty()) {
            found.replace("MA_BENH_KT", String.join(";", keptOthers));
            found.replace("CHAN_DOAN_RV", String.join(";", keptTexts));
        }
    }

    private static boolean speaks(Map.Entry<String, String> cell) {
        var tag = cell.getKey();
        var text = cell.getValue();
        if (text.isBlank()) {
            return false;
        }
        if (TUBERCULOSIS_TAGS.contains(tag) || HivRules.text(text)) {
            return true;
        }
        if (tag.startsWith("MA_BENH") || tag.contains("ICD")) {
            return HivRules.code(CodeSystem.ICD_10, text) != null;
        }
        if (tag.equals("MA_DICH_VU")) {
            return HivRules.code(CodeSystem.SERVICE, text) != null;
        }
        return (tag.startsWith("CHAN_DOAN") || tag.startsWith("TEN_BENH")) && HivRules.diagnosis(text);
    }

    private static ClaimTableReader without(ClaimTableReader table, Cut cut) {
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i < table.rows().size(); i++) {
            if (cut.rows().contains(i)) {
                continue;
            }
            var row = new LinkedHashMap<>(table.rows().get(i));
            row.putAll(cut.tags().getOrDefault(i, Map.of()));
            rows.add(row);
        }
        return new ClaimTableReader(table.name(), table.root(), List.copyOf(rows));
    }
}
