package hoso.judicialcert.register.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.problem.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of judgments as lines of JSON, and what is answered to each.
final class ImportReader {

    private ImportReader() {}

    /// What became of a line.
    enum Outcome {
        ENTERED,
        KNOWN_ALREADY,
        DIFFERS,
        WRONG,
        UNREADABLE,
        NOT_YOURS
    }

    /// @param line counted from 1, as editors do
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            int line,
            Outcome outcome,
            @Nullable UUID judgmentId,
            @Nullable List<Mend> errors) {}

    /// One thing to mend.
    record Mend(String pointer, String code) {
        static List<Mend> of(List<FieldError> errors) {
            return errors.stream()
                    .map(error -> new Mend(error.pointer(), error.code()))
                    .toList();
        }
    }

    static Optional<JudgmentJson.Sent> read(ObjectMapper json, String line) {
        try {
            return Optional.ofNullable(json.readValue(line, JudgmentJson.Sent.class));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    static String write(ObjectMapper json, List<Answer> answers) {
        try {
            var text = new StringBuilder();
            for (var answer : answers) {
                text.append(json.writeValueAsString(answer)).append('\n');
            }
            return text.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
