package hoso.healthrecord.access.restriction;

import hoso.chassis.text.NameFolding;
import hoso.healthrecord.document.Further;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.hiv.CodeSystem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which sensitive categories a visit touches, by `sensitive/rules.tsv`: codes in their own system, and words. One
/// item is enough: free text and documents of the same visit speak of it too, so the visit is kept back as a whole.
public final class SensitiveRules {
    private static final String FILE = "/sensitive/rules.tsv";
    private static final Pattern MARKS = Pattern.compile("[^A-Z0-9-]");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    private static final List<Code> CODES = new ArrayList<>();
    private static final List<Word> WORDS = new ArrayList<>();

    static {
        load();
    }

    private SensitiveRules() {}

    private record Code(SensitiveCategory category, CodeSystem system, String code, boolean begins) {
        boolean fits(CodeSystem system, String bare) {
            return this.system == system && (begins ? bare.startsWith(code) : bare.equals(code));
        }
    }

    private record Word(SensitiveCategory category, String word) {}

    /// The categories that a visit touches.
    public static Set<SensitiveCategory> of(Visit visit) {
        var found = EnumSet.noneOf(SensitiveCategory.class);
        var all = visit.findings();
        all.diagnoses().forEach(one -> note(found, diagnosis(one.system()), one.code(), one.text()));
        all.drugs().forEach(one -> note(found, CodeSystem.ATC, one.code(), one.name(), one.dose(), one.directions()));
        all.services().forEach(one -> note(found, CodeSystem.SERVICE, one.code(), one.name()));
        all.tests()
                .forEach(one -> note(
                        found,
                        CodeSystem.LOINC,
                        one.code(),
                        one.name(),
                        one.value(),
                        one.description(),
                        one.conclusion(),
                        one.panel()));
        all.progress().forEach(one -> note(found, CodeSystem.OTHER, null, one.text()));
        note(found, CodeSystem.OTHER, null, all.reason(), all.treatment(), all.advice());
        note(found, CodeSystem.OTHER, null, visit.header().facilityName());
        var referral = all.referral();
        if (referral != null) {
            note(found, CodeSystem.OTHER, null, referral.diagnosis(), referral.direction());
        }
        all.further().items().forEach(one -> note(found, system(one.kind()), one.code(), one.name(), one.detail()));
        all.further().setAside().forEach(one -> note(found, system(one.kind()), one.code(), one.name(), one.reason()));
        return found;
    }

    /// A diagnosis without a system is one of ICD-10.
    private static CodeSystem diagnosis(@Nullable String system) {
        var named = CodeSystem.of(system);
        return named == CodeSystem.UNNAMED ? CodeSystem.ICD_10 : named;
    }

    private static CodeSystem system(Further.Kind kind) {
        return switch (DataKind.of(kind)) {
            case DIAGNOSIS -> CodeSystem.ICD_10;
            case MEDICATION -> CodeSystem.ATC;
            case RESULT -> CodeSystem.LOINC;
            default -> CodeSystem.OTHER;
        };
    }

    private static void note(
            Set<SensitiveCategory> found, CodeSystem system, @Nullable String code, @Nullable String... texts) {
        if (code != null) {
            var bare = MARKS.matcher(code.toUpperCase(Locale.ROOT)).replaceAll("");
            CODES.stream().filter(one -> one.fits(system, bare)).forEach(one -> found.add(one.category()));
        }
        for (var text : texts) {
            if (text != null && !text.isBlank()) {
                var words = ' ' + NO_WORD.matcher(NameFolding.key(text)).replaceAll(" ") + ' ';
                WORDS.stream().filter(one -> words.contains(one.word())).forEach(one -> found.add(one.category()));
            }
        }
    }

    private static void load() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SensitiveRules.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(SensitiveRules::rule);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rule(String line) {
        var parts = line.split("\t", -1);
        var category = SensitiveCategory.valueOf(parts[0]);
        if (parts[1].equals("WORD")) {
            WORDS.add(new Word(category, ' ' + parts[2] + ' '));
        } else {
            var begins = parts[2].endsWith("*");
            var bare = MARKS.matcher(parts[2]).replaceAll("");
            CODES.add(new Code(category, CodeSystem.valueOf(parts[1]), bare, begins));
        }
    }
}
