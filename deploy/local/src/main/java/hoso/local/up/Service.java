package hoso.local.up;

import java.util.List;
import java.util.Optional;

/// The five services, as folders of the project.
enum Service {
    IDENTITY("identity-service", Port.IDENTITY, "identity", "identity"),
    HEALTH_RECORD("health-record-service", Port.HEALTH_RECORD, "health_record", "health-record"),
    JUDICIAL_CERT("judicial-cert-service", Port.JUDICIAL_CERT, "judicial_cert", "judicial-cert"),
    NOTIFICATION("notification-service", Port.NOTIFICATION, "notification", "notification"),
    GATEWAY("gateway", Port.GATEWAY, null, null);

    private final String folder;
    private final Port port;
    private final @org.jspecify.annotations.Nullable String database;
    private final @org.jspecify.annotations.Nullable String kafkaUser;

    Service(
            String folder,
            Port port,
            @org.jspecify.annotations.Nullable String database,
            @org.jspecify.annotations.Nullable String kafkaUser) {
        this.folder = folder;
        this.port = port;
        this.database = database;
        this.kafkaUser = kafkaUser;
    }

    String folder() {
        return folder;
    }

    Port port() {
        return port;
    }

    /// Its database, and the role that owns it; the gateway has none.
    Optional<String> database() {
        return Optional.ofNullable(database);
    }

    Optional<String> kafkaUser() {
        return Optional.ofNullable(kafkaUser);
    }

    static List<String> folders() {
        return List.of(values()).stream().map(Service::folder).toList();
    }
}
