package hoso.local.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// Makes users, topics and permissions as `Topics` says, on a broker that asks for passwords.
public final class Administration {

    private static final int SCRAM_ROUNDS = 4096;

    private final Properties settings;

    public Administration(String address, String user, String password) {
        settings = clientSettings(address, user, password);
    }

    /// What any client of this broker sets to be let in.
    public static Properties clientSettings(String address, String user, String password) {
        var settings = new Properties();
        settings.put("bootstrap.servers", address);
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                        + password + "\";");
        settings.put("default.api.timeout.ms", "60000");
        settings.put("request.timeout.ms", "10000");
        return settings;
    }

    /// Idempotent: what is there stays, permissions that are no longer meant go.
    public void ensure(Function<String, String> passwordOf) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(settings)) {
            users(admin, passwordOf);
            topics(admin);
            permissions(admin);
        }
    }

    private static void users(Admin admin, Function<String, String> passwordOf)
            throws InterruptedException, ExecutionException {
        var how = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ROUNDS);
        var alterations = Topics.users().stream()
                .map(user -> (UserScramCredentialAlteration)
                        new UserScramCredentialUpsertion(user, how, passwordOf.apply(user)))
                .toList();
        admin.alterUserScramCredentials(alterations).all().get();
    }

    private static void topics(Admin admin) throws InterruptedException, ExecutionException {
        var there = admin.listTopics().names().get();
        var missing = Topics.settings().entrySet().stream()
                .filter(topic -> !there.contains(topic.getKey()))
                .map(topic -> new NewTopic(topic.getKey(), Topics.PARTITIONS, (short) 1).configs(topic.getValue()))
                .toList();
        admin.createTopics(missing).all().get();
    }

    private static void permissions(Admin admin) throws InterruptedException, ExecutionException {
        var meant = new HashSet<>(permissions());
        var there = admin.describeAcls(AclBindingFilter.ANY).values().get();
        admin.createAcls(without(meant, there)).all().get();
        var wrong = without(new HashSet<>(there), meant).stream()
                .map(AclBinding::toFilter)
                .toList();
        if (!wrong.isEmpty()) {
            admin.deleteAcls(wrong).all().get();
        }
    }

    private static List<AclBinding> without(Collection<AclBinding> all, Collection<AclBinding> some) {
        return all.stream().filter(one -> !some.contains(one)).toList();
    }

    /// A service writes and reads what begins with its name; what it reads of others is told one by one.
    static List<AclBinding> permissions() {
        var permissions = new ArrayList<AclBinding>();
        for (var service : Topics.SERVICES) {
            for (var operation : List.of(AclOperation.WRITE, AclOperation.READ, AclOperation.DESCRIBE)) {
                permissions.add(prefixed(service, ResourceType.TOPIC, operation));
            }
            permissions.add(prefixed(service, ResourceType.GROUP, AclOperation.READ));
            permissions.add(prefixed(service, ResourceType.TRANSACTIONAL_ID, AclOperation.ALL));
        }
        Topics.AGENCIES.forEach(agency -> permissions.add(prefixed(agency, ResourceType.GROUP, AclOperation.READ)));
        for (var topic : Topics.ALL) {
            for (var reader : topic.readers()) {
                permissions.add(literal(reader.user(), topic.name(), AclOperation.READ));
                permissions.add(literal(reader.user(), topic.name(), AclOperation.DESCRIBE));
            }
        }
        return permissions;
    }

    private static AclBinding prefixed(String user, ResourceType type, AclOperation operation) {
        return allow(user, new ResourcePattern(type, user + ".", PatternType.PREFIXED), operation);
    }

    private static AclBinding literal(String user, String topic, AclOperation operation) {
        return allow(user, new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL), operation);
    }

    private static AclBinding allow(String user, ResourcePattern what, AclOperation operation) {
        return new AclBinding(what, new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }
}
