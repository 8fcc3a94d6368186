package hoso.judicialcert.verification.bulk;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.text.Days;
import hoso.judicialcert.certificate.issue.HolderFields;
import hoso.judicialcert.person.Sex;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One certificate to be checked: by the digest of its document, or by what stands on the paper. It is kept as it came,
/// so that what is wrong with it is told in its own row and stops no other.
record JobItem(
        @Nullable String sha256,
        @Nullable String code,
        @Nullable String dossierCode,
        @Nullable String fullName,
        @Nullable String birthDate,
        @Nullable String sex,
        @Nullable String documentNumber)
        implements Sensitive {
    private static final int LONGEST = 255;

    /// What has to be mended: `/sha256` and the like, and why.
    record Mistake(String pointer, String code) {}

    boolean isByDigest() {
        return sha256 != null;
    }

    List<Mistake> mistakes() {
        return isByDigest() ? ofDigest() : ofFields();
    }

    /// The five fields of a row without mistakes.
    HolderFields fields() {
        return new HolderFields(
                Objects.requireNonNull(dossierCode),
                Objects.requireNonNull(fullName),
                Days.read(Objects.requireNonNull(birthDate)).orElseThrow(),
                Sex.valueOf(Objects.requireNonNull(sex)),
                Objects.requireNonNull(documentNumber));
    }

    private List<Mistake> ofDigest() {
        var mistakes = new ArrayList<Mistake>();
        if (!Objects.requireNonNull(sha256).matches("[0-9a-f]{64}")) {
            mistakes.add(new Mistake("/sha256", "format"));
        }
        if (Stream.of(code, dossierCode, fullName, birthDate, sex, documentNumber)
                .anyMatch(Objects::nonNull)) {
            mistakes.add(new Mistake("/sha256", "either-digest-or-fields"));
        }
        return mistakes;
    }

    private List<Mistake> ofFields() {
        var mistakes = new ArrayList<Mistake>();
        text("/code", code, mistakes);
        text("/dossierCode", dossierCode, mistakes);
        text("/fullName", fullName, mistakes);
        text("/documentNumber", documentNumber, mistakes);
        text("/birthDate", birthDate, mistakes)
                .filter(text -> !isDate(text))
                .ifPresent(_ -> mistakes.add(new Mistake("/birthDate", "format")));
        text("/sex", sex, mistakes)
                .filter(text ->
                        Stream.of(Sex.values()).noneMatch(one -> one.name().equals(text)))
                .ifPresent(_ -> mistakes.add(new Mistake("/sex", "unknown")));
        return mistakes;
    }

    private static Optional<String> text(String pointer, @Nullable String text, List<Mistake> mistakes) {
        if (text == null || text.isBlank()) {
            mistakes.add(new Mistake(pointer, "required"));
            return Optional.empty();
        }
        if (text.length() > LONGEST) {
            mistakes.add(new Mistake(pointer, "too-long"));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static boolean isDate(String text) {
        return Days.read(text).isPresent();
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
