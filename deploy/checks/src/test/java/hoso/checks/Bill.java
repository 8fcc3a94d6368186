package hoso.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/// A software bill of materials (CycloneDX), as the build writes it: what a part is made of when it runs.
///
/// @param day on which it was made, UTC
record Bill(String part, LocalDate day, List<Component> components) {
    /// What is handed out to run: each has a bill.
    static final List<String> SHIPPED = List.of(
            "identity-service",
            "health-record-service",
            "judicial-cert-service",
            "notification-service",
            "gateway",
            "deploy/verifier",
            "deploy/local");

    /// The plugin that writes bills does nothing in a build without network.
    static final boolean IS_OFFLINE = "offline=true".equals(System.getProperty("hoso.network"));

    /// @param name `group:name`
    record Component(String name, String version) {}

    static boolean isThere(String part) {
        return Files.exists(Tree.at(part).resolve("target/bom.json"));
    }

    static Bill of(String part) {
        var file = Tree.at(part).resolve("target/bom.json");
        if (!Files.exists(file)) {
            throw new IllegalStateException(Tree.name(file) + " is not there: run mvn -q -DskipTests package -pl "
                    + part + " -am at the root of the project, then the checks again");
        }
        return read(part, Json.read(file));
    }

    static Bill read(String part, JsonNode bill) {
        var components = StreamSupport.stream(bill.path("components").spliterator(), false)
                .map(one -> new Component(
                        one.path("group").asText() + ":" + one.path("name").asText(),
                        one.path("version").asText()))
                .toList();
        var made = OffsetDateTime.parse(bill.at("/metadata/timestamp").asText());
        return new Bill(part, made.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate(), components);
    }

    /// Each component that is known to do harm, with why.
    List<String> complaints(List<Vulnerability> known) {
        var complaints = new ArrayList<String>();
        for (var component : components) {
            known.stream()
                    .filter(one -> one.isIn(component, day))
                    .forEach(one -> complaints.add(part + " has " + component.name() + " " + component.version() + ": "
                            + one.id() + ", mended in " + one.mended()));
        }
        return complaints;
    }
}
