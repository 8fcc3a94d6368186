package hoso.chassis.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One piece of a list: its items, and where the next piece starts (null at the end). There are no totals: counting
/// a large set costs more than reading a page of it.
public record Page<T>(List<T> items, @Nullable String next) {

    /// How many items a page holds unless the caller asks for fewer, and at most.
    public static final int DEFAULT_LIMIT = 20;

    public static final int MAX_LIMIT = 100;

    /// Cuts a page out of `limit + 1` rows: the surplus row only tells that there is more.
    public static <T> Page<T> of(List<T> rows, int limit, java.util.function.Function<T, Cursor> cursorOf) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, limit);
        return new Page<>(items, cursorOf.apply(items.getLast()).text());
    }

    /// The same page with its items told otherwise.
    public <R> Page<R> map(java.util.function.Function<? super T, ? extends R> convert) {
        return new Page<R>(items.stream().<R>map(convert).toList(), next);
    }

    /// The number of items wanted, within bounds; absent means [#DEFAULT_LIMIT].
    public static int limit(@Nullable Integer wanted) {
        return wanted == null ? DEFAULT_LIMIT : Math.clamp(wanted, 1, MAX_LIMIT);
    }
}
