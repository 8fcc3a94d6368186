package hoso.judicialcert.law;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Until when something has to be done, and how time is counted.
public sealed interface DeadlineRule extends Rule {

    /// All of them, as the files have them.
    static Stream<DeadlineRule> read(LawFiles files) {
        return Stream.<Stream<? extends DeadlineRule>>of(
                        Table.read(files, "deadlines.csv").map(Deadline::of),
                        Table.read(files, "step-limits.csv").map(StepLimit::of),
                        Table.read(files, "working-hours.csv").map(WorkingHours::of),
                        Table.read(files, "last-days.csv").map(LastDay::of))
                .flatMap(rules -> rules);
    }

    /// Until when something has to be done.
    ///
    /// @param pausedIn how the time is counted while the agency waits for the citizen; null where nothing pauses it
    record Deadline(
            String rule,
            Validity validity,
            DeadlineKind limit,
            int amount,
            Unit unit,
            LocalTime closes,
            @Nullable Unit pausedIn)
            implements DeadlineRule {

        /// Days of the calendar or days on which state agencies work; hours of the clock or hours at which they work.
        enum Unit {
            CALENDAR_DAYS,
            WORKING_DAYS,
            HOURS,
            WORKING_HOURS
        }

        @Override
        public Object matter() {
            return limit;
        }

        static Deadline of(Table.Row row) {
            return new Deadline(
                    row.text("rule"),
                    row.validity(),
                    DeadlineKind.valueOf(row.text("case")),
                    row.number("amount"),
                    Unit.valueOf(row.text("unit")),
                    LocalTime.parse(row.text("closes")),
                    row.text("paused_in").isEmpty() ? null : Unit.valueOf(row.text("paused_in")));
        }
    }

    /// Until when a step inside the agency should be done.
    ///
    /// @param step a status
    record StepLimit(String rule, Validity validity, String step, int amount, Deadline.Unit unit, LocalTime closes)
            implements DeadlineRule {

        @Override
        public Object matter() {
            return step;
        }

        static StepLimit of(Table.Row row) {
            return new StepLimit(
                    row.text("rule"),
                    row.validity(),
                    row.text("step"),
                    row.number("amount"),
                    Deadline.Unit.valueOf(row.text("unit")),
                    LocalTime.parse(row.text("closes")));
        }
    }

    /// A part of the day on which state agencies work.
    record WorkingHours(String rule, Validity validity, LocalTime from, LocalTime to) implements DeadlineRule {

        @Override
        public Object matter() {
            return from;
        }

        static WorkingHours of(Table.Row row) {
            return new WorkingHours(
                    row.text("rule"),
                    row.validity(),
                    LocalTime.parse(row.text("from")),
                    LocalTime.parse(row.text("to")));
        }
    }

    /// Whether the last day of a term in months is part of it.
    record LastDay(String rule, Validity validity, boolean included) implements DeadlineRule {

        /// Every row is about the same.
        @Override
        public Object matter() {
            return LastDay.class;
        }

        /// The first day on which a term of months after an event is over.
        LocalDate after(LocalDate end) {
            return included ? end.plusDays(1) : end;
        }

        static LastDay of(Table.Row row) {
            return new LastDay(
                    row.text("rule"),
                    row.validity(),
                    switch (row.text("last_day")) {
                        case "INCLUDED" -> true;
                        case "EXCLUDED" -> false;
                        default -> throw new IllegalArgumentException("last-days.csv: " + row.text("last_day"));
                    });
        }
    }
}
