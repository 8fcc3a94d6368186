package hoso.judicialcert.request.filing;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is given when something was asked for: a text, files, or both.
public record SupplementBody(
        @Nullable String text, @Nullable List<UUID> evidence) implements Sensitive {
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_FILES = 10;

    /// What is wrong with it is told all at once.
    public void check() {
        var errors = new ArrayList<FieldError>();
        var said = text();
        if (said.isBlank() && files().isEmpty()) {
            errors.add(FieldError.of("/text", "required"));
        }
        if (said.length() > MAX_TEXT) {
            errors.add(FieldError.of("/text", "too-long"));
        }
        if (said.chars().anyMatch(letter -> Character.isISOControl(letter) && letter != '\n')) {
            errors.add(FieldError.of("/text", "format"));
        }
        if (files().size() > MAX_FILES) {
            errors.add(FieldError.of("/evidence", "too-many"));
        }
        if (files().stream().anyMatch(Objects::isNull)) {
            errors.add(FieldError.of("/evidence", "required"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
    }

    @Override
    public String text() {
        return Objects.requireNonNullElse(text, "");
    }

    public List<UUID> files() {
        return Objects.requireNonNullElse(evidence, List.of());
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
