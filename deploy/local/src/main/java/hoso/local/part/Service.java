package hoso.local.part;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The five services, as folders of the project.
public enum Service {
    IDENTITY("identity-service", Port.IDENTITY, Port.IDENTITY_MANAGEMENT, "identity", "identity"),
    HEALTH_RECORD(
            "health-record-service",
            Port.HEALTH_RECORD,
            Port.HEALTH_RECORD_MANAGEMENT,
            "health_record",
            "health-record"),
    JUDICIAL_CERT(
            "judicial-cert-service",
            Port.JUDICIAL_CERT,
            Port.JUDICIAL_CERT_MANAGEMENT,
            "judicial_cert",
            "judicial-cert"),
    NOTIFICATION(
            "notification-service", Port.NOTIFICATION, Port.NOTIFICATION_MANAGEMENT, "notification", "notification"),
    GATEWAY("gateway", Port.GATEWAY, Port.GATEWAY_MANAGEMENT, null, null);

    private final String folder;
    private final Port port;
    private final Port management;
    private final @Nullable String database;
    private final @Nullable String kafkaUser;

    Service(String folder, Port port, Port management, @Nullable String database, @Nullable String kafkaUser) {
        this.folder = folder;
        this.port = port;
        this.management = management;
        this.database = database;
        this.kafkaUser = kafkaUser;
    }

    public String folder() {
        return folder;
    }

    public Port port() {
        return port;
    }

    /// Where it tells its health, its metrics and the OpenAPI of its code.
    public Port management() {
        return management;
    }

    /// Its database, and the role that owns it; the gateway has none.
    Optional<String> database() {
        return Optional.ofNullable(database);
    }

    Optional<String> kafkaUser() {
        return Optional.ofNullable(kafkaUser);
    }

    public static List<String> folders() {
        return List.of(values()).stream().map(Service::folder).toList();
    }
}
