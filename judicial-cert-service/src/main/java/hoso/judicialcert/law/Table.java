package hoso.judicialcert.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A file of the law: comma-separated, first line the names of the columns, `#` begins a comment that names the source.
final class Table {

    private Table() {}

    /// The lines of a file below the names of its columns.
    static Stream<Row> read(LawFiles files, String file) {
        try (var lines = new BufferedReader(files.open(file))) {
            var content = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            var columns = cells(content.getFirst());
            return content.stream().skip(1).map(line -> Row.of(file, columns, cells(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /// One line, its cells by the name of their column.
    record Row(String file, Map<String, String> cells) {

        private static Row of(String file, List<String> columns, List<String> values) {
            if (columns.size() != values.size()) {
                throw new IllegalArgumentException(
                        file + ": " + values.size() + " cells for " + columns.size() + " columns in " + values);
            }
            var cells = new LinkedHashMap<String, String>();
            for (var i = 0; i < columns.size(); i++) {
                cells.put(columns.get(i), values.get(i));
            }
            return new Row(file, cells);
        }

        String text(String column) {
            var text = cells.get(column);
            if (text == null) {
                throw new IllegalArgumentException(file + " has no column " + column);
            }
            return text;
        }

        int number(String column) {
            return Integer.parseInt(text(column));
        }

        boolean flag(String column) {
            return switch (text(column)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException(file + ": neither true nor false: " + text(column));
            };
        }

        /// A number, or what an empty cell stands for.
        int number(String column, int otherwise) {
            return text(column).isEmpty() ? otherwise : number(column);
        }

        /// Words of an enum, separated by spaces; none in an empty cell.
        <E extends Enum<E>> Set<E> all(String column, Class<E> of) {
            if (text(column).isEmpty()) {
                return Set.of();
            }
            return Arrays.stream(text(column).split(" ", -1))
                    .map(word -> Enum.valueOf(of, word))
                    .collect(Collectors.toUnmodifiableSet());
        }

        Words words(String name) {
            return new Words(text(name + "_vi"), text(name + "_en"));
        }

        Validity validity() {
            var to = text("valid_to");
            return new Validity(LocalDate.parse(text("valid_from")), to.isEmpty() ? null : LocalDate.parse(to));
        }
    }
}
