package hoso.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;

/// Topics and permissions, as `deploy/local` makes them and as `deploy/kubernetes` declares them.
final class Topics {
    private Topics() {}

    /// Topic to retention in milliseconds, in `topics.yaml`.
    static Map<String, String> declared(List<JsonNode> base) {
        return Manifests.of(base, "KafkaTopic")
                .collect(Collectors.toMap(
                        Manifests::name,
                        topic -> topic.at("/spec/config/retention.ms").asText(),
                        (a, _) -> a,
                        TreeMap::new));
    }

    /// Topic to retention, as the local broker is given them.
    static Map<String, String> local() {
        var topics = new TreeMap<String, String>();
        ((Map<?, ?>) call("hoso.local.kafka.Topics", "settings"))
                .forEach((name, settings) ->
                        topics.put(String.valueOf(name), String.valueOf(((Map<?, ?>) settings).get("retention.ms"))));
        return topics;
    }

    /// Permissions in `users.yaml`: `identity: READ topic identity.*`.
    static Set<String> declaredPermissions(List<JsonNode> base) {
        var permissions = new TreeSet<String>();
        Manifests.of(base, "KafkaUser")
                .forEach(user -> user.at("/spec/authorization/acls").forEach(acl -> {
                    var resource = acl.path("resource");
                    acl.path("operations")
                            .forEach(operation -> permissions.add(permission(
                                    Manifests.name(user),
                                    operation.asText(),
                                    resource.path("type").asText(),
                                    resource.path("name").asText(),
                                    resource.path("patternType").asText().equals("prefix"))));
                }));
        return permissions;
    }

    /// Permissions of the local broker.
    static Set<String> localPermissions() {
        var permissions = new TreeSet<String>();
        for (var one : (Collection<?>) call("hoso.local.kafka.Administration", "permissions")) {
            var binding = (AclBinding) one;
            permissions.add(permission(
                    binding.entry().principal().substring("User:".length()),
                    binding.entry().operation().name(),
                    binding.pattern().resourceType().name(),
                    binding.pattern().name(),
                    binding.pattern().patternType().name().equals("PREFIXED")));
        }
        return permissions;
    }

    private static String permission(String user, String operation, String type, String name, boolean isPrefix) {
        return user + ": " + operation.toUpperCase(Locale.ROOT) + " "
                + type.replace("_", "").toLowerCase(Locale.ROOT) + " " + name + (isPrefix ? "*" : "");
    }

    private static Object call(String type, String method) {
        try {
            var urls = new URL[] {Part.LOCAL.classes().toUri().toURL()};
            var loader = new URLClassLoader(urls, Topics.class.getClassLoader());
            Method found = Class.forName(type, true, loader).getDeclaredMethod(method);
            found.setAccessible(true);
            return found.invoke(null);
        } catch (ReflectiveOperationException | MalformedURLException e) {
            throw new IllegalStateException(type + "." + method, e);
        }
    }
}
