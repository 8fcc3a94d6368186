package hoso.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The end of a check: its figures in the order they were given, and whether anything differs from what is due. Prints
/// as the last line of the command, `NAME key=value key=value`.
public final class Result {
    private final String name;
    private final Map<String, Long> figures = new LinkedHashMap<>();
    private boolean isDifferent;

    public Result(String name) {
        this.name = name;
    }

    /// A figure that only tells how much was looked at.
    public Result with(String key, long value) {
        figures.put(key, value);
        return this;
    }

    /// A figure that is 0 when all is as it is due; anything else fails the check.
    public Result due0(String key, long value) {
        isDifferent |= value != 0;
        return with(key, value);
    }

    public boolean isDifferent() {
        return isDifferent;
    }

    /// One of the figures.
    ///
    /// @throws IllegalArgumentException when the check gives no such figure
    public long figure(String key) {
        var value = figures.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no figure " + key + " in " + this);
        }
        return value;
    }

    @Override
    public String toString() {
        return figures.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" ", name + " ", ""));
    }
}
