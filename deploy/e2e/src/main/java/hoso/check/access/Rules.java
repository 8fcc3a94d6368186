package hoso.check.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import hoso.check.contract.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// The rules of all routes, from `check/access.yaml`.
final class Rules {
    private static final String FILE = "/check/access.yaml";
    private final JsonNode file;

    private Rules(JsonNode file) {
        this.file = file;
    }

    static Rules read() {
        try (var in = Rules.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + FILE);
            }
            return new Rules(new YAMLMapper(new YAMLFactory()).readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Rule> of(Operation operation) {
        return Optional.of(file.path(operation.service()).path(operation.name()))
                .filter(node -> !node.isMissingNode())
                .map(Rule::of);
    }
}
