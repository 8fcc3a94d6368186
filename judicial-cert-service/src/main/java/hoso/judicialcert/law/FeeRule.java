package hoso.judicialcert.law;

import java.util.stream.Stream;

/// What a request costs, who pays less, and what is paid back.
public sealed interface FeeRule extends Rule {

    /// All of them, as the files have them.
    static Stream<FeeRule> read(LawFiles files) {
        return Stream.<Stream<? extends FeeRule>>of(
                        Table.read(files, "fees.csv").map(Fee::of),
                        Table.read(files, "waivers.csv").map(Waiver::of),
                        Table.read(files, "withdrawals.csv").map(Withdrawal::of))
                .flatMap(rules -> rules);
    }

    /// What a request costs, in đồng.
    record Fee(
            String rule,
            Validity validity,
            String channel,
            FeeCategory category,
            long amount,
            int copiesIncluded,
            long extraCopy)
            implements FeeRule {

        static final String ANY_CHANNEL = "ANY";

        @Override
        public Object matter() {
            return category + "/" + channel;
        }

        boolean appliesTo(Channel asked, FeeCategory as) {
            return category == as && (channel.equals(ANY_CHANNEL) || channel.equals(asked.name()));
        }

        static Fee of(Table.Row row) {
            return new Fee(
                    row.text("rule"),
                    row.validity(),
                    row.text("channel"),
                    FeeCategory.valueOf(row.text("category")),
                    row.number("amount"),
                    row.number("copies_included"),
                    row.number("extra_copy"));
        }
    }

    /// A class of persons who pay less or nothing.
    ///
    /// @param waiverClass such as `STUDENT`
    /// @param inApp whether the app takes the evidence; else the National Public Service Portal does
    /// @param evidence whether files have to show it
    /// @param proof what shows it, for people
    record Waiver(
            String rule,
            Validity validity,
            String waiverClass,
            FeeCategory category,
            boolean inApp,
            boolean evidence,
            int minimumAge,
            int maximumAge,
            Words name,
            Words proof)
            implements FeeRule {

        @Override
        public Object matter() {
            return waiverClass;
        }

        public boolean covers(int age) {
            return age >= minimumAge && age <= maximumAge;
        }

        static Waiver of(Table.Row row) {
            return new Waiver(
                    row.text("rule"),
                    row.validity(),
                    row.text("class"),
                    FeeCategory.valueOf(row.text("category")),
                    row.flag("in_app"),
                    row.flag("evidence"),
                    row.number("minimum_age", 0),
                    row.number("maximum_age", Integer.MAX_VALUE),
                    row.words("name"),
                    row.words("proof"));
        }
    }

    /// What a withdrawal means for a fee that came in.
    ///
    /// @param begun whether an officer had begun to work on the request since it was paid for
    /// @param before the words before it is withdrawn; `after` those once it is
    record Withdrawal(String rule, Validity validity, boolean begun, boolean refunded, Words before, Words after)
            implements FeeRule {

        @Override
        public Object matter() {
            return begun;
        }

        static Withdrawal of(Table.Row row) {
            return new Withdrawal(
                    row.text("rule"),
                    row.validity(),
                    switch (row.text("work")) {
                        case "BEGUN" -> true;
                        case "NOT_BEGUN" -> false;
                        default -> throw new IllegalArgumentException("withdrawals.csv: " + row.text("work"));
                    },
                    row.flag("refunded"),
                    row.words("before"),
                    row.words("after"));
        }
    }
}
