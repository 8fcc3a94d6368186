package hoso.local.part;

import hoso.local.kafka.Topics;
import hoso.local.keycloak.Realm;
import hoso.local.postgres.Cluster;
import hoso.local.run.Keys;
import hoso.local.run.RunFolder;
import hoso.local.run.Secrets;
import hoso.local.seed.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// All parts of a run.
public final class Parts {

    private final RunFolder place;
    private final Addresses addresses;
    private final Secrets secrets;
    private final StartCaches caches;
    private final Keys keys;
    private final Cluster cluster;
    private final Realm realm;
    private final ServiceParts services;

    public Parts(RunFolder place, int offset, Secrets secrets, StartCaches caches) {
        this.place = place;
        this.addresses = new Addresses(offset);
        this.secrets = secrets;
        this.caches = caches;
        this.keys = new Keys(place.keys(), secrets.get("signing.keystore"));
        this.cluster = new Cluster(
                place.shared().resolve("postgres"),
                place.data("postgres"),
                Port.POSTGRES.at(offset),
                secrets.get("postgres.superuser"));
        this.realm = new Realm(addresses.http(Port.KEYCLOAK), secrets.get("keycloak.admin"));
        this.services = new ServiceParts(place, addresses, secrets, keys, cluster, caches);
    }

    public Cluster cluster() {
        return cluster;
    }

    public Keys keys() {
        return keys;
    }

    /// The addresses of the parts, by the names of `state.json`.
    public Map<String, String> urls() {
        return addresses.all(cluster.url(""));
    }

    /// Every part, described: what it is started with and what it needs.
    public List<Part> all() throws IOException {
        var parts = new ArrayList<Part>();
        parts.add(new PostgresPart(place, secrets, cluster).part());
        parts.add(new KafkaPart(place, addresses, secrets, caches).part());
        parts.add(new KeycloakPart(place, addresses, secrets, caches, cluster, realm).part());
        parts.addAll(new SandboxParts(place, addresses, secrets).all());
        for (var service : Service.values()) {
            parts.add(services.part(service));
        }
        return parts;
    }

    /// The folder a service runs in, with its program.
    public Path app(Service service) {
        return services.app(service);
    }

    /// How a service is started.
    ///
    /// @param cacheOptions say which start cache is used or written
    public List<String> command(Service service, List<String> cacheOptions) {
        return services.command(service, cacheOptions);
    }

    /// What a service reads its settings from.
    public Map<String, String> environment(Service service) {
        return services.environment(service);
    }

    /// The people of the demo; needs Keycloak, identity-service and judicial-cert-service.
    public Seed seed() {
        return new Seed(
                realm,
                addresses.http(Port.IDENTITY),
                addresses.http(Port.JUDICIAL_CERT),
                secrets::get,
                secrets::passcode);
    }

    /// Secrets others read from the file must be there before anybody asks for them.
    public void makeSecrets() {
        Topics.SERVICES.forEach(user -> secrets.get("kafka." + user));
        Topics.AGENCIES.forEach(agency -> secrets.get("kafka." + agency));
    }
}
