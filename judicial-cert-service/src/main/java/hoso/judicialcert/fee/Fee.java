package hoso.judicialcert.fee;

import hoso.judicialcert.law.Channel;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.law.Law;
import java.time.LocalDate;
import java.util.Optional;

/// What one request costs, in đồng, and the rule that says so.
public record Fee(long amount, FeeCategory category, String rule) {

    /// The currency of every amount here.
    public static final String CURRENCY = "VND";

    /// By the law of the day of receipt: the basic fee, and a little for each paper copy beyond those included. The
    /// electronic copy never adds anything. Empty when the category does not exist on that day.
    public static Optional<Fee> of(
            Law law, Channel channel, FeeCategory category, int paperCopies, LocalDate received) {
        return law.fee(channel, category, received).map(rule -> {
            var extraCopies = Math.max(0, paperCopies - rule.copiesIncluded());
            return new Fee(rule.amount() + extraCopies * rule.extraCopy(), category, rule.rule());
        });
    }

    /// Whether there is anything to pay.
    public boolean isDue() {
        return amount > 0;
    }
}
