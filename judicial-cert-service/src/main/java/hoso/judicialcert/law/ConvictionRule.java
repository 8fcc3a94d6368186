package hoso.judicialcert.law;

import hoso.judicialcert.law.penal.ExpungementOrder;
import hoso.judicialcert.law.penal.Gravity;
import hoso.judicialcert.law.penal.Intent;
import hoso.judicialcert.law.penal.PenaltyClass;
import hoso.judicialcert.law.penal.Route;
import java.util.Set;
import java.util.stream.Stream;

/// When a conviction is expunged, and what never counts as one.
public sealed interface ConvictionRule extends Rule {

    /// All of them, as the files have them.
    static Stream<ConvictionRule> read(LawFiles files) {
        return Stream.<Stream<? extends ConvictionRule>>of(
                        Table.read(files, "expungement.csv").map(Expungement::of),
                        Table.read(files, "never-convictions.csv").map(NeverConviction::of),
                        Table.read(files, "court-chapters.csv").map(CourtChapter::of),
                        Table.read(files, "expungement-orders.csv").map(Order::of))
                .flatMap(rules -> rules);
    }

    /// How long no new offence may be committed before a conviction is expunged.
    ///
    /// @param overMonths the prison term is longer than this; upToMonths: and at most this, 0 for no upper end
    record Expungement(
            String rule,
            Validity validity,
            Route route,
            PenaltyClass penalty,
            int overMonths,
            int upToMonths,
            int months,
            CountedFrom countedFrom)
            implements ConvictionRule {

        /// From where the period runs.
        public enum CountedFrom {
            MAIN_PENALTY,
            JUDGMENT
        }

        @Override
        public Object matter() {
            return route + "/" + penalty + "/" + overMonths;
        }

        boolean appliesTo(Route way, PenaltyClass main, int term) {
            return route == way
                    && penalty == main
                    && (penalty != PenaltyClass.PRISON
                            || (term > overMonths && (upToMonths == 0 || term <= upToMonths)));
        }

        static Expungement of(Table.Row row) {
            return new Expungement(
                    row.text("rule"),
                    row.validity(),
                    Route.valueOf(row.text("route")),
                    PenaltyClass.valueOf(row.text("penalty")),
                    row.number("over_months"),
                    row.number("up_to_months"),
                    row.number("months"),
                    CountedFrom.valueOf(row.text("counted_from")));
        }
    }

    /// Who was sentenced and yet never counts as convicted; `*` is whatever it is.
    record NeverConviction(
            String rule, Validity validity, int ageFrom, int ageBelow, String intent, String gravity, String ground)
            implements ConvictionRule {

        @Override
        public Object matter() {
            return String.join("/", rule, intent, gravity, ground);
        }

        /// Whether it covers an offence at this age; `grounds` are those the judgment gives beside the offence.
        public boolean covers(int age, Intent mind, Gravity weight, Set<String> grounds) {
            return age >= ageFrom
                    && age < ageBelow
                    && Set.of(EVERYWHERE, mind.name()).contains(intent)
                    && Set.of(EVERYWHERE, weight.name()).contains(gravity)
                    && (ground.equals(EVERYWHERE) || grounds.contains(ground));
        }

        static NeverConviction of(Table.Row row) {
            return new NeverConviction(
                    row.text("rule"),
                    row.validity(),
                    row.number("age_from"),
                    row.number("age_below"),
                    row.text("intent"),
                    row.text("gravity"),
                    row.text("ground"));
        }
    }

    /// A chapter of the Penal Code whose convictions only a court expunges.
    record CourtChapter(String rule, Validity validity, String chapter) implements ConvictionRule {

        @Override
        public Object matter() {
            return chapter;
        }

        static CourtChapter of(Table.Row row) {
            return new CourtChapter(row.text("rule"), row.validity(), row.text("chapter"));
        }
    }

    /// What decides on an expungement beside the period.
    record Order(String rule, Validity validity, ExpungementOrder order, int amount) implements ConvictionRule {

        @Override
        public Object matter() {
            return order;
        }

        static Order of(Table.Row row) {
            return new Order(
                    row.text("rule"),
                    row.validity(),
                    ExpungementOrder.valueOf(row.text("order")),
                    row.number("amount"));
        }
    }
}
