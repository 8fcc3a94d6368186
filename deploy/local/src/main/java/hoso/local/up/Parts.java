package hoso.local.up;

import hoso.local.kafka.Administration;
import hoso.local.kafka.BrokerSettings;
import hoso.local.kafka.Topics;
import hoso.local.keycloak.Distribution;
import hoso.local.keycloak.Realm;
import hoso.local.postgres.Cluster;
import hoso.local.seed.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Describes every part: what it is started with and what it needs.
final class Parts {

    /// A bank code and account that exist nowhere but in the test vectors of payment codes.
    private static final String FEE_ACCOUNT_BIN = "970436";

    private static final String FEE_ACCOUNT_NUMBER = "0011001234567";

    private final RunFolder place;
    private final int offset;
    private final Secrets secrets;
    private final Keys keys;
    private final Cluster cluster;
    private final Distribution keycloak;
    private final Realm realm;
    private final StartCaches caches;

    Parts(RunFolder place, int offset, Secrets secrets, StartCaches caches) {
        this.place = place;
        this.offset = offset;
        this.secrets = secrets;
        this.caches = caches;
        this.keys = new Keys(place.keys(), secrets.get("signing.keystore"));
        this.cluster = new Cluster(
                place.shared().resolve("postgres"),
                place.data("postgres"),
                Port.POSTGRES.at(offset),
                secrets.get("postgres.superuser"));
        this.keycloak = new Distribution(place.shared());
        this.realm = new Realm(http(Port.KEYCLOAK), secrets.get("keycloak.admin"));
    }

    Cluster cluster() {
        return cluster;
    }

    Keys keys() {
        return keys;
    }

    String http(Port port) {
        return "http://localhost:" + port.at(offset);
    }

    Map<String, String> urls() {
        var urls = new LinkedHashMap<String, String>();
        for (var service : Service.values()) {
            urls.put(service.folder(), http(service.port()));
        }
        for (var service : Service.values()) {
            urls.put(service.folder() + "/management", http(service.management()));
        }
        urls.put("keycloak", http(Port.KEYCLOAK));
        urls.put("oidc", oidc());
        urls.put("mail", http(Port.MAIL_PAGE));
        urls.put("register", http(Port.REGISTER));
        urls.put("bank", http(Port.BANK));
        urls.put("carrier", http(Port.CARRIER));
        urls.put("smtp", "localhost:" + Port.SMTP.at(offset));
        urls.put("kafka", kafka());
        urls.put("postgres", cluster.url(""));
        return urls;
    }

    private String oidc() {
        return http(Port.KEYCLOAK) + "/realms/hoso";
    }

    private String kafka() {
        return "localhost:" + Port.KAFKA.at(offset);
    }

    List<Part> all() throws IOException {
        var parts = new ArrayList<Part>();
        parts.add(postgres());
        parts.add(broker());
        parts.add(keycloak());
        parts.add(mail());
        parts.add(register());
        parts.add(bank());
        parts.add(carrier());
        for (var service : Service.values()) {
            parts.add(service(service));
        }
        return parts;
    }

    private Part postgres() throws IOException {
        return new Part(
                "postgres",
                cluster.command(),
                place.home(),
                Map.of(),
                List.of(Port.POSTGRES),
                List.of(),
                Probes.database(
                        cluster.url(cluster.superuser()), cluster.superuser(), secrets.get("postgres.superuser")),
                () -> cluster.ensure(databases()),
                Part.End.INT,
                Patience.USUAL);
    }

    private List<Cluster.Database> databases() {
        var databases = new ArrayList<Cluster.Database>();
        for (var service : Service.values()) {
            service.database()
                    .ifPresent(
                            name -> databases.add(new Cluster.Database(name, secrets.get("database." + name), true)));
        }
        databases.add(new Cluster.Database("keycloak", secrets.get("database.keycloak"), false));
        return databases;
    }

    private Part broker() throws IOException {
        var settings = place.settings("kafka.properties");
        RunFolder.writeSecret(
                settings,
                BrokerSettings.text(
                                Port.KAFKA.at(offset),
                                Port.KAFKA_CONTROLLER.at(offset),
                                place.data("kafka"),
                                secrets.get("kafka.admin"),
                                secrets.get("kafka.controller"))
                        .getBytes(StandardCharsets.UTF_8));
        var credentials = place.settings("kafka.credentials");
        RunFolder.writeSecret(
                credentials,
                ("[name=" + BrokerSettings.ADMIN + ",password=" + secrets.get("kafka.admin") + "]")
                        .getBytes(StandardCharsets.UTF_8));
        var options = new ArrayList<>(List.of("-Xms64m", "-Xmx192m", "-Dhoso.log.level=INFO"));
        options.addAll(caches.shared("kafka"));
        var administration = new Administration(kafka(), BrokerSettings.ADMIN, secrets.get("kafka.admin"));
        return new Part(
                "kafka",
                own(options, "hoso.local.kafka.Broker", settings.toString(), credentials.toString()),
                place.home(),
                Map.of("HOSO_LIFELINE", "stdin"),
                List.of(Port.KAFKA, Port.KAFKA_CONTROLLER),
                List.of(),
                Probes.kafka(Port.KAFKA.at(offset)),
                () -> administration.ensure(user -> secrets.get("kafka." + user)),
                Part.End.TERM,
                Patience.USUAL);
    }

    private Part keycloak() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("KC_DB_URL", cluster.url("keycloak"));
        environment.put("KC_DB_USERNAME", "keycloak");
        environment.put("KC_DB_PASSWORD", secrets.get("database.keycloak"));
        environment.put("KC_DB_POOL_MAX_SIZE", "20");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "localhost");
        environment.put("KC_HTTP_PORT", Integer.toString(Port.KEYCLOAK.at(offset)));
        environment.put("KC_HOSTNAME", http(Port.KEYCLOAK));
        environment.put("KC_CACHE", "local");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak.admin"));
        var options = new ArrayList<>(
                List.of("-Xms64m", "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MetaspaceSize=96m"));
        options.addAll(caches.shared("keycloak"));
        return new Part(
                "keycloak",
                keycloak.startCommand(java(), options),
                place.home(),
                environment,
                List.of(Port.KEYCLOAK),
                List.of("postgres"),
                Probes.http(http(Port.KEYCLOAK) + "/realms/master"),
                () -> realm.ensure(this::realmValue),
                Part.End.TERM,
                Patience.USUAL);
    }

    private String realmValue(String name) {
        return switch (name) {
            case "origin.localhost" -> http(Port.GATEWAY);
            case "origin.loopback" -> "http://127.0.0.1:" + Port.GATEWAY.at(offset);
            default -> secrets.get(name);
        };
    }

    private Part mail() {
        return sandbox(
                "mail",
                "hoso.local.mail.MailSink",
                List.of(Port.MAIL_PAGE, Port.SMTP),
                Map.of(
                        "SMTP_PORT",
                        Integer.toString(Port.SMTP.at(offset)),
                        "DATA",
                        place.data("mail").toString()));
    }

    private Part register() {
        return sandbox(
                "register",
                "hoso.local.register.PopulationRegister",
                List.of(Port.REGISTER),
                Map.of("REGISTER_SECRET", secrets.get("register")));
    }

    private Part bank() {
        return sandbox(
                "bank",
                "hoso.local.bank.Bank",
                List.of(Port.BANK),
                Map.of(
                        "BANK_CALLBACK_URL",
                        http(Port.JUDICIAL_CERT) + "/bank-notifications",
                        "BANK_CALLBACK_SECRET",
                        secrets.get("bank.callback")));
    }

    private Part carrier() {
        return sandbox(
                "carrier",
                "hoso.local.carrier.PostalCarrier",
                List.of(Port.CARRIER),
                Map.of(
                        "CARRIER_SECRET",
                        secrets.get("carrier"),
                        "CARRIER_CALLBACK_URL",
                        http(Port.NOTIFICATION) + "/carrier-notifications",
                        "CARRIER_CALLBACK_SECRET",
                        secrets.get("carrier.callback"),
                        "DATA",
                        place.data("carrier").toString()));
    }

    private Part sandbox(String name, String main, List<Port> ports, Map<String, String> own) {
        var environment = new LinkedHashMap<>(own);
        environment.put("PORT", Integer.toString(ports.getFirst().at(offset)));
        environment.put("HOSO_LIFELINE", "stdin");
        return new Part(
                name,
                own(List.of("-Xmx48m"), main),
                place.home(),
                environment,
                ports,
                List.of(),
                Probes.http(http(ports.getFirst()) + "/health"),
                Part.NOTHING,
                Part.End.TERM,
                Patience.USUAL);
    }

    Path app(Service service) {
        return place.root().resolve(service.folder()).resolve("target/quarkus-app");
    }

    /// Small heaps, and one compiler instead of two: on a machine of a developer five services start at once and live
    /// briefly. `HOSO_JVM_OPTIONS` is for benchmarks that want it otherwise.
    List<String> command(Service service, List<String> cacheOptions) {
        var command = new ArrayList<String>();
        command.add(java().toString());
        command.addAll(List.of("-Xms32m", "-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        Stream.of(System.getenv().getOrDefault("HOSO_JVM_OPTIONS", "").split(" ", -1))
                .filter(option -> !option.isBlank())
                .forEach(command::add);
        command.addAll(cacheOptions);
        command.addAll(List.of("-Dhoso.part=" + service.folder(), "-jar", "quarkus-run.jar"));
        return command;
    }

    private Part service(Service service) throws IOException {
        var app = app(service);
        return new Part(
                service.folder(),
                command(service, caches.service(service.folder(), app)),
                app,
                environment(service),
                List.of(service.port(), service.management()),
                service.database().isEmpty() ? List.of() : List.of("postgres", "kafka"),
                Probes.http(http(service.management()) + "/q/health/ready"),
                Part.NOTHING,
                Part.End.TERM,
                Patience.USUAL);
    }

    Map<String, String> environment(Service service) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("HTTP_PORT", Integer.toString(service.port().at(offset)));
        environment.put("MANAGEMENT_PORT", Integer.toString(service.management().at(offset)));
        environment.put("TRUSTED_PROXIES", GatewayAddress.OF_THIS_MACHINE);
        environment.put("PUBLIC_URL", http(Port.GATEWAY));
        environment.put("OIDC_URL", oidc());
        environment.put("IDENTITY_URL", http(Port.IDENTITY));
        environment.put("HEALTH_RECORD_URL", http(Port.HEALTH_RECORD));
        environment.put("JUDICIAL_CERT_URL", http(Port.JUDICIAL_CERT));
        environment.put("NOTIFICATION_URL", http(Port.NOTIFICATION));
        service.database().ifPresent(name -> {
            environment.put("DB_URL", cluster.url(name));
            environment.put("DB_USER", name);
            environment.put("DB_PASSWORD", secrets.get("database." + name));
            environment.put("OIDC_CLIENT_SECRET", secrets.get("client." + service.folder()));
            environment.put("KEYS_DIR", keys.of(service.folder()).toString());
        });
        service.kafkaUser().ifPresent(user -> {
            environment.put("KAFKA_BOOTSTRAP", kafka());
            environment.put("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
            environment.put("KAFKA_USER", user);
            environment.put("KAFKA_PASSWORD", secrets.get("kafka." + user));
        });
        switch (service) {
            case IDENTITY -> {
                environment.put("REGISTER_URL", http(Port.REGISTER));
                environment.put("REGISTER_SECRET", secrets.get("register"));
            }
            case JUDICIAL_CERT -> {
                environment.put("SIGNING_KEYSTORE", keys.keystore().toString());
                environment.put("SIGNING_KEYSTORE_PASSWORD", secrets.get("signing.keystore"));
                environment.put("SIGNING_KEY_ALIAS", Keys.DOCUMENT_SIGNING);
                environment.put("TRUST_ANCHOR", keys.trustAnchor().toString());
                environment.put("BANK_CALLBACK_SECRET", secrets.get("bank.callback"));
                environment.put("BANK_URL", http(Port.BANK));
                environment.put("FEE_ACCOUNT_BIN", FEE_ACCOUNT_BIN);
                environment.put("FEE_ACCOUNT_NUMBER", FEE_ACCOUNT_NUMBER);
            }
            case NOTIFICATION -> {
                environment.put("SMTP_HOST", "localhost");
                environment.put("SMTP_PORT", Integer.toString(Port.SMTP.at(offset)));
                environment.put("SMTP_FROM", "khong-tra-loi@hoso.example");
                environment.put("CARRIER_URL", http(Port.CARRIER));
                environment.put("CARRIER_SECRET", secrets.get("carrier"));
                environment.put("CARRIER_CALLBACK_SECRET", secrets.get("carrier.callback"));
            }
            case GATEWAY -> environment.put("GATEWAY_ROUTES_LOCAL_ADDRESS", GatewayAddress.OF_THIS_MACHINE);
            case HEALTH_RECORD -> {}
        }
        return environment;
    }

    /// The people of the demo; needs Keycloak, identity-service and judicial-cert-service.
    Seed seed() {
        return new Seed(realm, http(Port.IDENTITY), http(Port.JUDICIAL_CERT), secrets::get, secrets::passcode);
    }

    /// Secrets others read from the file must be there before anybody asks for them.
    void makeSecrets() {
        Topics.SERVICES.forEach(user -> secrets.get("kafka." + user));
        Topics.AGENCIES.forEach(agency -> secrets.get("kafka." + agency));
    }

    /// A program of this module as a process of its own.
    private List<String> own(List<String> options, String main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(java().toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), main));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /// Written out in a fixed order: the JVM's start cache is only good for exactly the same class path.
    private String classPath() {
        var target = place.root().resolve("deploy/local/target");
        try (var jars = Files.list(target.resolve("lib"))) {
            return target.resolve("local-1.jar") + ":"
                    + jars.map(Path::toString).sorted().collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
