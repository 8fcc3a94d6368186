package hoso.judicialcert.proof.offline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was typed.
record Typed(List<String> words, Map<String, List<String>> options) {
    private static final Set<String> WITH_VALUE = Set.of(
            "--trust", "--anchor", "--signer", "--status", "--max-age", "--max-days", "--log-proof", "--of", "--lang");

    static Typed of(List<String> arguments) throws MisuseException {
        var words = new ArrayList<String>();
        var options = new HashMap<String, List<String>>();
        for (var i = 0; i < arguments.size(); i++) {
            var word = arguments.get(i);
            if (WITH_VALUE.contains(word)) {
                i++;
                if (i == arguments.size()) {
                    throw MisuseException.misunderstood(word + " needs a value");
                }
                options.computeIfAbsent(word, _ -> new ArrayList<>()).add(arguments.get(i));
            } else if (word.equals("--json") || word.equals("--help")) {
                options.put(word, List.of());
            } else if (word.startsWith("--")) {
                throw MisuseException.misunderstood("there is no option " + word);
            } else {
                words.add(word);
            }
        }
        return new Typed(words, options);
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    Optional<String> one(String option) {
        return all(option).stream().reduce((_, last) -> last);
    }

    @Nullable
    Integer number(String option) throws MisuseException {
        var text = one(option);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.get().matches("[0-9]{1,5}")) {
            throw MisuseException.misunderstood(option + " is a whole number");
        }
        return Integer.valueOf(text.get());
    }
}
