package hoso.local.part;

/// Every port of the system on one machine; `--port-offset` moves them all together.
public enum Port {
    GATEWAY(8080, "gateway"),
    IDENTITY(8081, "identity-service"),
    HEALTH_RECORD(8082, "health-record-service"),
    JUDICIAL_CERT(8083, "judicial-cert-service"),
    NOTIFICATION(8084, "notification-service"),
    GATEWAY_MANAGEMENT(8090, "gateway"),
    IDENTITY_MANAGEMENT(8091, "identity-service"),
    HEALTH_RECORD_MANAGEMENT(8092, "health-record-service"),
    JUDICIAL_CERT_MANAGEMENT(8093, "judicial-cert-service"),
    NOTIFICATION_MANAGEMENT(8094, "notification-service"),
    KEYCLOAK(8180, "keycloak"),
    MAIL_PAGE(8185, "mail"),
    REGISTER(8191, "register"),
    BANK(8192, "bank"),
    CARRIER(8193, "carrier"),
    SMTP(13025, "mail"),
    POSTGRES(15432, "postgres"),
    KAFKA(19092, "kafka"),
    KAFKA_CONTROLLER(19093, "kafka");

    private final int base;
    private final String part;

    Port(int base, String part) {
        this.base = base;
        this.part = part;
    }

    public int at(int offset) {
        return base + offset;
    }

    /// The part that listens there.
    public String part() {
        return part;
    }
}
