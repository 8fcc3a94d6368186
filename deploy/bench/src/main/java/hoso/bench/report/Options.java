package hoso.bench.report;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The options of one run: what was typed over the benchmark's defaults.
public final class Options {
    private final Map<String, String> values;

    /// A command line that cannot be understood, told to the person who typed it.
    public static final class Misunderstood extends Exception {
        private static final long serialVersionUID = 1;

        public Misunderstood(String reason) {
            super(reason);
        }
    }

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /// `--name value` pairs; only names that have a default are known.
    public static Options of(Map<String, String> defaults, List<String> words) throws Misunderstood {
        var values = new LinkedHashMap<>(defaults);
        var left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            var word = left.pop();
            var name = word.startsWith("--") ? word.substring(2) : "";
            if (!defaults.containsKey(name)) {
                throw new Misunderstood("there is no option " + word);
            }
            var value = left.poll();
            if (value == null) {
                throw new Misunderstood(word + " needs a value");
            }
            values.put(name, value);
        }
        return new Options(values);
    }

    public String text(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no option of that name: " + name);
        }
        return value;
    }

    /// A count within its bounds: every benchmark ends.
    public int count(String name, int least, int most) throws Misunderstood {
        var text = text(name);
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new Misunderstood("--" + name + " is a number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    public long seed() throws Misunderstood {
        try {
            return Long.parseLong(text("seed"));
        } catch (NumberFormatException _) {
            throw new Misunderstood("--seed is a whole number");
        }
    }

    /// The project's folder.
    public Path root() {
        return Path.of(System.getProperty("hoso.root", ".")).toAbsolutePath().normalize();
    }
}
