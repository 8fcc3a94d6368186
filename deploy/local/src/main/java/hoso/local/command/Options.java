package hoso.local.command;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The options of one run: what was typed over the command's defaults.
public final class Options {
    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /// A command line that cannot be understood; the message tells the person who typed it what can.
    public static final class Misunderstood extends Exception {
        private static final long serialVersionUID = 1;

        public Misunderstood(String reason) {
            super(reason);
        }
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

    /// A whole number within its bounds, such as a count or a seed.
    public long number(String name, long least, long most) throws Misunderstood {
        var text = text(name);
        try {
            var number = Long.parseLong(text);
            if (least <= number && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Refused below, with the bounds.
        }
        throw new Misunderstood("--%s is a whole number from %d to %d, not %s".formatted(name, least, most, text));
    }

    /// A count within its bounds: every command ends.
    public int count(String name, int least, int most) throws Misunderstood {
        return Math.toIntExact(number(name, least, most));
    }

    public long seed() throws Misunderstood {
        return number("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /// The project's folder.
    public Path root() {
        return Path.of(System.getProperty("hoso.root", ".")).toAbsolutePath().normalize();
    }
}
