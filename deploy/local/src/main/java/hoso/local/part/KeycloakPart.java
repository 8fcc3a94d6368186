package hoso.local.part;

import hoso.local.keycloak.Distribution;
import hoso.local.keycloak.Realm;
import hoso.local.postgres.Cluster;
import hoso.local.process.End;
import hoso.local.run.RunFolder;
import hoso.local.run.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Keycloak with the realm of this system.
record KeycloakPart(
        RunFolder place, Addresses addresses, Secrets secrets, StartCaches caches, Cluster cluster, Realm realm) {

    Part part() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("KC_DB_URL", cluster.url("keycloak"));
        environment.put("KC_DB_USERNAME", "keycloak");
        environment.put("KC_DB_PASSWORD", secrets.get("database.keycloak"));
        environment.put("KC_DB_POOL_MAX_SIZE", "20");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "localhost");
        environment.put("KC_HTTP_PORT", Integer.toString(Port.KEYCLOAK.at(addresses.offset())));
        environment.put("KC_HOSTNAME", addresses.http(Port.KEYCLOAK));
        environment.put("KC_CACHE", "local");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak.admin"));
        var options = new ArrayList<>(
                List.of("-Xms64m", "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MetaspaceSize=96m"));
        options.addAll(caches.shared("keycloak"));
        return new Part(
                "keycloak",
                new Distribution(place.shared()).startCommand(Jvm.java(), options),
                place.home(),
                environment,
                List.of(Port.KEYCLOAK),
                List.of("postgres"),
                Probes.http(addresses.http(Port.KEYCLOAK) + "/realms/master"),
                () -> realm.ensure(this::realmValue),
                End.TERM,
                Patience.USUAL);
    }

    private String realmValue(String name) {
        return switch (name) {
            case "origin.localhost" -> addresses.http(Port.GATEWAY);
            case "origin.loopback" -> "http://127.0.0.1:" + Port.GATEWAY.at(addresses.offset());
            default -> secrets.get(name);
        };
    }
}
