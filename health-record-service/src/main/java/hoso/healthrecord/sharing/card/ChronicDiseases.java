package hoso.healthrecord.sharing.card;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Which diseases a rescuer must know of: categories of ICD-10 in `card/chronic.csv`.
final class ChronicDiseases {
    private static final String FILE = "/card/chronic.csv";
    private static final int CATEGORY = 3;
    private static final Set<String> CATEGORIES = load();

    private ChronicDiseases() {}

    /// Is this ICD-10 code one of them?
    static boolean has(String code) {
        var bare = code.strip().toUpperCase(Locale.ROOT);
        return bare.length() >= CATEGORY && CATEGORIES.contains(bare.substring(0, CATEGORY));
    }

    private static Set<String> load() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ChronicDiseases.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, CATEGORY))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
