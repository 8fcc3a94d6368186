package hoso.bench.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Figures in the order they were given, as the one line a benchmark ends with: `NAME key=value key=value`.
public final class Figures {
    private final String name;
    private final Map<String, String> values = new LinkedHashMap<>();

    public Figures(String name) {
        this.name = name;
    }

    public Figures with(String key, long value) {
        return text(key, Long.toString(value));
    }

    /// A measured value with so many digits after the point; one that could not be measured is told as
    /// `none`.
    public Figures with(String key, double value, int digits) {
        return text(key, Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "none");
    }

    private Figures text(String key, String value) {
        values.put(key, value);
        return this;
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" ", name + " ", ""));
    }
}
