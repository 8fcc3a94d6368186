package hoso.judicialcert.verification.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows and results as they are kept, and results as they are given out.
@Singleton
class VerificationJobJson {
    private static final String HEAD = "row,result,reasons,number,agency,issuedAt,lastDay,errors";
    private final ObjectMapper json;

    VerificationJobJson(ObjectMapper json) {
        this.json = json;
    }

    byte[] bytes(List<JobItem> rows) {
        try {
            return json.writeValueAsBytes(rows);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JobItem> rows(byte[] bytes) {
        try {
            return json.readValue(bytes, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(JobResult result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    JobResult result(String text) {
        try {
            return json.readValue(text, JobResult.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One JSON object a line.
    String lines(List<JobResult> results) {
        return results.stream().map(result -> text(result) + "\n").collect(Collectors.joining());
    }

    /// RFC 4180. No cell holds anything of what was sent, so none can be a formula.
    String csv(List<JobResult> results) {
        return results.stream()
                .map(VerificationJobJson::line)
                .collect(Collectors.joining("\r\n", HEAD + "\r\n", "\r\n"));
    }

    private static String line(JobResult result) {
        var errors = result.errors().stream()
                .map(error -> error.pointer() + " " + error.code())
                .collect(Collectors.joining("; "));
        var reasons = result.reasons().stream().map(Enum::name).collect(Collectors.joining("; "));
        return String.join(
                ",",
                String.valueOf(result.row()),
                cell(result.result()),
                reasons,
                cell(result.number()),
                cell(result.agency()),
                cell(result.issuedAt()),
                cell(result.lastDay()),
                errors);
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
