package hoso.healthrecord.hiv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What tells of HIV. The Law on HIV/AIDS prevention (Law 71/2020/QH14, Article 30) lets the result be told by those
/// whom it names only, so the app shows none of it. The rules are data: codes by system, drugs and words.
public final class HivRules {
    /// Grows with each change of the rules or their data, so that what was read by older ones is looked at again.
    public static final int VERSION = 2;

    /// How far a code reaches.
    public enum Degree {
        /// A visit with it as a diagnosis is HIV care: its drugs and tests would tell the diagnosis by themselves.
        CARE,
        /// The thing that carries it is kept back, the rest of the visit is not.
        ITEM
    }

    private static final HivCodes CODES = new HivCodes(lines("/hiv/codes.csv").toList());
    private static final HivWords WORDS = new HivWords(
            Stream.concat(lines("/hiv/words.tsv"), lines("/hiv/drugs.tsv")).toList());
    private static final Pattern SEPARATORS = Pattern.compile("[;,|/+&\\s]+");
    private static final Pattern DIAGNOSIS_IN_TEXT =
            Pattern.compile("(?i)(?<![\\p{L}\\p{N}])B2[0-4](?:\\.[0-9])?(?![\\p{L}\\p{N}])");
    private static final Pattern BACKBONE = Pattern.compile("(?i)lamivudin|tenofovir");
    private static final Pattern LAMIVUDINE = Pattern.compile("(?i)lamivudin");
    private static final Pattern TENOFOVIR = Pattern.compile("(?i)tenofovir");

    private HivRules() {}

    private static Stream<String> lines(String resource) {
        try (var in = Objects.requireNonNull(HivRules.class.getResourceAsStream(resource), resource);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /// How far a code reaches, or several in one text with any separator between them; the widest of them.
    public static @Nullable Degree code(CodeSystem system, @Nullable String codes) {
        if (codes == null) {
            return null;
        }
        Degree widest = null;
        for (var one : codes(codes)) {
            var degree = CODES.degree(system, one);
            if (degree == Degree.CARE) {
                return degree;
            }
            widest = degree == null ? widest : degree;
        }
        return widest;
    }

    /// The codes in a text, whatever the sender put between them: `B20,I10`, `B20;I10`, `B20 I10`.
    public static List<String> codes(String text) {
        return SEPARATORS.splitAsStream(text).filter(part -> !part.isEmpty()).toList();
    }

    /// Does any of the texts speak of HIV, its care or its drugs?
    public static boolean text(@Nullable String... texts) {
        for (var text : texts) {
            if (text != null && WORDS.speak(text)) {
                return true;
            }
        }
        return false;
    }

    /// Does the text of a diagnosis speak of HIV, also by a code written into it?
    public static boolean diagnosis(@Nullable String text) {
        return text != null && (DIAGNOSIS_IN_TEXT.matcher(text).find() || text(text));
    }

    /// Which drugs of one visit are kept back. Lamivudine and tenofovir alone treat hepatitis B; beside an
    /// antiretroviral drug, or both in one visit, they are a treatment of HIV.
    ///
    /// @param names what each drug is called
    /// @param known is each drug known to be antiretroviral by itself?
    public static List<Boolean> drugs(List<String> names, List<Boolean> known) {
        var both = names.stream().anyMatch(name -> LAMIVUDINE.matcher(name).find())
                && names.stream().anyMatch(name -> TENOFOVIR.matcher(name).find());
        var regimen = both || known.contains(true);
        return Stream.iterate(0, i -> i < names.size(), i -> i + 1)
                .map(i -> known.get(i)
                        || (regimen && BACKBONE.matcher(names.get(i)).find()))
                .toList();
    }
}
