package hoso.healthrecord.document.claim;

import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.Flaws;
import hoso.healthrecord.document.Flaws.Stop;
import hoso.healthrecord.document.Moment;
import hoso.healthrecord.document.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows of a claim that was taken before, without what the law keeps back today.
public final class ClaimRowsReader {
    private static final HivClaimReader.Cut NOTHING = new HivClaimReader.Cut(Set.of(), Map.of());

    private ClaimRowsReader() {}

    /// One row of a table.
    ///
    /// @param table `XML1` to `XML15`, never the HIV table
    /// @param number the place of the row in its table, counted from 1; rows that are kept back leave a gap
    /// @param cells text by tag
    public record Row(String table, int number, Map<String, String> cells) implements Sensitive {
        /// The text of a tag without surrounding blanks; null when it is absent or empty.
        public @Nullable String text(String tag) {
            return ClaimTableReader.text(cells, tag);
        }

        /// A time as exact as it is written; null when there is none.
        public @Nullable Moment moment(String tag) {
            return reader().moment(tag);
        }

        /// The diagnoses of the summary (`XML1`), the main one first.
        public List<Visit.Diagnosis> diagnoses() {
            return ClaimTreatmentReader.diagnoses(reader());
        }

        /// Items of a list, `A; B`.
        public List<String> list(String tag) {
            return ClaimRowReader.list(text(tag));
        }

        private ClaimRowReader reader() {
            return new ClaimRowReader(new ClaimTableReader(table, "", List.of(cells)), 0, new Flaws());
        }

        /// Where the row is in its document: `XML2/3`.
        public String place() {
            return table + "/" + number;
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// The rows, table by table; empty when the visit is HIV care, of which the document tells nothing.
    public static Optional<List<Row>> of(byte[] document) {
        try {
            var tables = ClaimEnvelopeReader.files(document).tables();
            var hiv = HivClaimReader.of(tables);
            return hiv.care() ? Optional.empty() : Optional.of(rows(tables, hiv));
        } catch (Stop stop) {
            throw new IllegalStateException("a document that was taken cannot be read", stop);
        }
    }

    private static List<Row> rows(Map<String, ClaimTableReader> tables, HivClaimReader hiv) {
        var rows = new ArrayList<Row>();
        tables.values().stream()
                .filter(table -> !table.name().equals(HivClaimReader.HIV_TABLE))
                .sorted(Comparator.comparingInt(
                        table -> Integer.parseInt(table.name().substring(3))))
                .forEach(table -> {
                    var cut = hiv.cuts().getOrDefault(table.name(), NOTHING);
                    for (int i = 0; i < table.rows().size(); i++) {
                        if (!cut.rows().contains(i)) {
                            var cells = new LinkedHashMap<>(table.rows().get(i));
                            cells.putAll(cut.tags().getOrDefault(i, Map.of()));
                            rows.add(new Row(table.name(), i + 1, cells));
                        }
                    }
                });
        return List.copyOf(rows);
    }
}
