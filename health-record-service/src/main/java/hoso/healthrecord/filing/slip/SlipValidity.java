package hoso.healthrecord.filing.slip;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// How long slips are valid. The rules are data with their source (`slip/validity.csv`), and so are the days on which
/// nobody works (`slip/days-off.csv`).
final class SlipValidity {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final List<Rule> RULES =
            lines("/slip/validity.csv").stream().map(Rule::of).toList();
    private static final Map<LocalDate, Boolean> DAYS = days();

    private SlipValidity() {}

    /// @param diagnoses letters with which the ICD-10 codes begin; empty for any
    /// @param from first day of slips under this rule
    private record Rule(SlipKind kind, List<String> diagnoses, int amount, boolean years, LocalDate from) {

        static Rule of(String line) {
            var cells = line.split(",", -1);
            return new Rule(
                    SlipKind.valueOf(cells[0]),
                    cells[1].isEmpty() ? List.of() : List.of(cells[1].split(" ", -1)),
                    Integer.parseInt(cells[2]),
                    cells[3].equals("YEARS"),
                    LocalDate.parse(cells[4]));
        }

        boolean covers(SlipKind of, LocalDate begin, List<String> codes) {
            return kind == of
                    && !begin.isBefore(from)
                    && (diagnoses.isEmpty()
                            || codes.stream()
                                    .anyMatch(code -> diagnoses.stream().anyMatch(code::startsWith)));
        }

        LocalDate until(LocalDate begin) {
            return years ? begin.plusYears(amount) : workingDaysAfter(begin, amount);
        }
    }

    /// The last day of a slip; the longest of the rules that cover it, and its own day under none.
    ///
    /// @param begin the day it was written, or the day it is for
    /// @param codes ICD-10 codes of the visit, the main one included
    static LocalDate until(SlipKind kind, LocalDate begin, List<String> codes) {
        return RULES.stream()
                .filter(rule -> rule.covers(kind, begin, codes))
                .map(rule -> rule.until(begin))
                .max(LocalDate::compareTo)
                .orElse(begin);
    }

    private static LocalDate workingDaysAfter(LocalDate begin, int days) {
        var day = begin;
        var left = days;
        while (left > 0) {
            day = day.plusDays(1);
            left -= isWorked(day) ? 1 : 0;
        }
        return day;
    }

    private static boolean isWorked(LocalDate day) {
        return DAYS.getOrDefault(day, !WEEKEND.contains(day.getDayOfWeek()));
    }

    private static Map<LocalDate, Boolean> days() {
        var days = new HashMap<LocalDate, Boolean>();
        for (var line : lines("/slip/days-off.csv")) {
            var cells = line.split(",", -1);
            days.put(LocalDate.parse(cells[0]), cells[1].equals("WORK"));
        }
        return Map.copyOf(days);
    }

    /// The lines behind the heading.
    private static List<String> lines(String resource) {
        try (var in = Objects.requireNonNull(SlipValidity.class.getResourceAsStream(resource), resource);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
