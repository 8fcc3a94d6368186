package hoso.local.up;

import hoso.local.run.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What was asked for on the command line. `only` is empty for everything; `demo` builds what ./hoso demo needs as
/// well.
record Options(
        String command,
        RunFolder place,
        boolean fresh,
        int offset,
        Set<String> only,
        boolean training,
        boolean demo,
        List<String> rest) {

    /// A command line that cannot be understood, told to the person who typed it.
    static final class Misunderstood extends Exception {
        private static final long serialVersionUID = 1;

        Misunderstood(String reason) {
            super(reason);
        }
    }

    /// The highest base port is 19093: with this offset it is still a port.
    private static final int LARGEST_OFFSET = 40_000;

    static Options of(Path root, Path from, List<String> arguments) throws Misunderstood {
        var fresh = false;
        var training = true;
        var demo = false;
        var offset = 0;
        var home = root.resolve(".hoso/run");
        var only = new LinkedHashSet<String>();
        var rest = new ArrayList<String>();
        var words = new java.util.ArrayDeque<>(arguments);
        if (words.isEmpty()) {
            throw new Misunderstood("no command");
        }
        var command = words.pop();
        while (!words.isEmpty()) {
            var word = words.pop();
            switch (word) {
                case "--fresh" -> fresh = true;
                case "--no-training" -> training = false;
                case "--with-demo" -> demo = true;
                case "--port-offset" -> offset = offset(value(word, words.poll()));
                case "--home" -> home = from.resolve(value(word, words.poll()));
                case "--only" -> only.addAll(List.of(value(word, words.poll()).split(",", -1)));
                default -> rest.add(word);
            }
        }
        return new Options(
                command,
                new RunFolder(root, home.toAbsolutePath().normalize()),
                fresh,
                offset,
                only,
                training,
                demo,
                rest);
    }

    private static String value(String option, @org.jspecify.annotations.Nullable String next) throws Misunderstood {
        if (next == null) {
            throw new Misunderstood(option + " needs a value");
        }
        return next;
    }

    private static int offset(String text) throws Misunderstood {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LARGEST_OFFSET) {
            throw new Misunderstood("--port-offset is a number from 0 to " + LARGEST_OFFSET);
        }
        return Integer.parseInt(text);
    }
}
