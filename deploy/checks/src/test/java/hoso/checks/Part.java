package hoso.checks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A part of the system that is built from Java: the folder it lies in and its root package below `hoso`.
enum Part {
    CHASSIS("chassis", "chassis"),
    IDENTITY("identity-service", "identity"),
    HEALTH_RECORD("health-record-service", "healthrecord"),
    JUDICIAL_CERT("judicial-cert-service", "judicialcert"),
    NOTIFICATION("notification-service", "notification"),
    GATEWAY("gateway", "gateway"),
    LOCAL("deploy/local", "local");

    /// Parts that stand on the chassis and own data.
    static final List<Part> SERVICES = List.of(IDENTITY, HEALTH_RECORD, JUDICIAL_CERT, NOTIFICATION);

    private final String folder;
    private final String java;

    Part(String folder, String java) {
        this.folder = folder;
        this.java = java;
    }

    String folder() {
        return folder;
    }

    String java() {
        return java;
    }

    Path path() {
        return Tree.at(folder);
    }

    Path contract() {
        return path().resolve("contract");
    }

    /// What topics of this part begin with.
    String topicPrefix() {
        return folder.replace("-service", "") + ".";
    }

    static boolean isService(String java) {
        return SERVICES.stream().anyMatch(part -> part.java.equals(java));
    }

    /// Compiled classes; a part that was not compiled cannot be checked, and that is told instead of passing.
    Path classes() {
        var classes = path().resolve("target/classes");
        if (!Files.isDirectory(classes.resolve("hoso/" + java))) {
            throw new IllegalStateException(
                    folder + " is not compiled: run mvn -q compile at the root of the project, then the checks again");
        }
        return classes;
    }

    static Stream<Part> all() {
        return Stream.of(values());
    }

    /// The services and the gateway: whatever answers others and therefore promises something.
    static Stream<Part> promising() {
        return Stream.concat(SERVICES.stream(), Stream.of(GATEWAY));
    }
}
