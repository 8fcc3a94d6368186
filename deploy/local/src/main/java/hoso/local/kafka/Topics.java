package hoso.local.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The topics, who owns them and who may read them. The same facts stand in `deploy/kubernetes`; a check compares them.
public final class Topics {

    public static final int PARTITIONS = 3;

    /// A stream or announcement; its first word is the user that writes it.
    record Topic(String name, List<Reader> readers) {

        String owner() {
            return name.substring(0, name.indexOf('.'));
        }
    }

    /// A user that may read, and its consumer group if it is one of our services: an agency names its own groups.
    record Reader(String user, List<String> groups) {}

    public static final List<String> SERVICES = List.of("identity", "health-record", "judicial-cert", "notification");

    /// An agency as an example of all that may see No. 1: it reads announcements only, and those of No. 1 only.
    public static final String AGENCY = "agency-social-insurance";

    /// An investigating agency as an example of all procedure agencies, which may see No. 2 as well.
    public static final String PROCEDURE_AGENCY = "agency-investigation";

    public static final List<String> AGENCIES = List.of(AGENCY, PROCEDURE_AGENCY);

    static final List<Topic> ALL = List.of(
            new Topic("identity.citizens.v1", List.of()),
            new Topic(
                    "health-record.records.v1",
                    List.of(new Reader("notification", List.of("notification.deliveries")))),
            new Topic(
                    "judicial-cert.requests.v1",
                    List.of(new Reader("notification", List.of("notification.deliveries")))),
            new Topic(
                    "judicial-cert.access.v1", List.of(new Reader("notification", List.of("notification.deliveries")))),
            new Topic("judicial-cert.certificate-issued.v1", readers(AGENCIES)),
            new Topic("judicial-cert.certificate-status.v1", readers(AGENCIES)),
            new Topic("judicial-cert.certificate-issued-no-2.v1", readers(List.of(PROCEDURE_AGENCY))),
            new Topic("judicial-cert.certificate-status-no-2.v1", readers(List.of(PROCEDURE_AGENCY))),
            new Topic(
                    "notification.deliveries.v1",
                    List.of(new Reader("judicial-cert", List.of("judicial-cert.timeline")))));

    private Topics() {}

    /// Agencies, which name their groups themselves.
    private static List<Reader> readers(List<String> agencies) {
        return agencies.stream().map(agency -> new Reader(agency, List.of())).toList();
    }

    /// Every topic with its settings, dead letters of our own listeners included.
    static Map<String, Map<String, String>> settings() {
        var settings = new java.util.LinkedHashMap<String, Map<String, String>>();
        for (var topic : ALL) {
            // The outbox is the archive; a topic keeps what a reader may have missed in a long outage.
            settings.put(topic.name(), Map.of("retention.ms", "2592000000", "min.insync.replicas", "1"));
            for (var reader : topic.readers()) {
                for (var group : reader.groups()) {
                    // Dead letters wait for a person: they do not expire.
                    settings.put(group + "." + topic.name() + ".dead", Map.of("retention.ms", "-1"));
                }
            }
        }
        return settings;
    }

    static List<String> users() {
        var users = new ArrayList<>(SERVICES);
        users.addAll(AGENCIES);
        return users;
    }
}
