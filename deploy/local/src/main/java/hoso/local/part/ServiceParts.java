package hoso.local.part;

import hoso.local.postgres.Cluster;
import hoso.local.process.End;
import hoso.local.run.Keys;
import hoso.local.run.RunFolder;
import hoso.local.run.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The services: their program, and the environment it reads its settings from.
record ServiceParts(
        RunFolder place, Addresses addresses, Secrets secrets, Keys keys, Cluster cluster, StartCaches caches) {

    /// A bank code and account that exist nowhere but in the test vectors of payment codes.
    private static final String FEE_ACCOUNT_BIN = "970436";

    private static final String FEE_ACCOUNT_NUMBER = "0011001234567";

    Path app(Service service) {
        return place.root().resolve(service.folder()).resolve("target/quarkus-app");
    }

    /// Small heaps, and one compiler instead of two: on a machine of a developer five services start at once and live
    /// briefly, and the second compiler doubles the CPU time of a start (decision 33). `HOSO_JVM_OPTIONS` is for
    /// benchmarks that want it otherwise.
    List<String> command(Service service, List<String> cacheOptions) {
        var command = new ArrayList<String>();
        command.add(Jvm.java().toString());
        command.addAll(List.of("-Xms32m", heap(service), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        Stream.of(System.getenv().getOrDefault("HOSO_JVM_OPTIONS", "").split(" ", -1))
                .filter(option -> !option.isBlank())
                .forEach(command::add);
        command.addAll(cacheOptions);
        command.addAll(List.of("-Dhoso.part=" + service.folder(), "-jar", "quarkus-run.jar"));
        return command;
    }

    /// A visit of 16 MB takes ten times that while it is read.
    private static String heap(Service service) {
        return service == Service.HEALTH_RECORD ? "-Xmx320m" : "-Xmx160m";
    }

    Part part(Service service) throws IOException {
        var app = app(service);
        return new Part(
                service.folder(),
                command(service, caches.service(service.folder(), app)),
                app,
                environment(service),
                List.of(service.port(), service.management()),
                service.database().isEmpty() ? List.of() : List.of("postgres", "kafka"),
                Probes.http(addresses.http(service.management()) + "/q/health/ready"),
                Part.NOTHING,
                End.TERM,
                Patience.USUAL);
    }

    Map<String, String> environment(Service service) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("HTTP_PORT", Integer.toString(service.port().at(addresses.offset())));
        environment.put("MANAGEMENT_PORT", Integer.toString(service.management().at(addresses.offset())));
        environment.put("TRUSTED_PROXIES", GatewayAddress.OF_THIS_MACHINE);
        environment.put("PUBLIC_URL", addresses.http(Port.GATEWAY));
        environment.put("OIDC_URL", addresses.oidc());
        environment.put("IDENTITY_URL", addresses.http(Port.IDENTITY));
        environment.put("HEALTH_RECORD_URL", addresses.http(Port.HEALTH_RECORD));
        environment.put("JUDICIAL_CERT_URL", addresses.http(Port.JUDICIAL_CERT));
        environment.put("NOTIFICATION_URL", addresses.http(Port.NOTIFICATION));
        service.database().ifPresent(name -> {
            environment.put("DB_URL", cluster.url(name));
            environment.put("DB_USER", name);
            environment.put("DB_PASSWORD", secrets.get("database." + name));
            environment.put("OIDC_CLIENT_SECRET", secrets.get("client." + service.folder()));
            environment.put("KEYS_DIR", keys.of(service.folder()).toString());
        });
        service.kafkaUser().ifPresent(user -> {
            environment.put("KAFKA_BOOTSTRAP", addresses.kafka());
            environment.put("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
            environment.put("KAFKA_USER", user);
            environment.put("KAFKA_PASSWORD", secrets.get("kafka." + user));
        });
        ofItsOwn(service, environment);
        return environment;
    }

    private void ofItsOwn(Service service, Map<String, String> environment) {
        switch (service) {
            case IDENTITY -> {
                environment.put("REGISTER_URL", addresses.http(Port.REGISTER));
                environment.put("REGISTER_SECRET", secrets.get("register"));
            }
            case JUDICIAL_CERT -> {
                environment.put("SIGNING_KEYSTORE", keys.keystore().toString());
                environment.put("SIGNING_KEYSTORE_PASSWORD", secrets.get("signing.keystore"));
                environment.put("SIGNING_KEY_ALIAS", Keys.DOCUMENT_SIGNING);
                environment.put("TRUST_ANCHOR", keys.trustAnchor().toString());
                environment.put("BANK_CALLBACK_SECRET", secrets.get("bank.callback"));
                environment.put("BANK_URL", addresses.http(Port.BANK));
                environment.put("FEE_ACCOUNT_BIN", FEE_ACCOUNT_BIN);
                environment.put("FEE_ACCOUNT_NUMBER", FEE_ACCOUNT_NUMBER);
            }
            case NOTIFICATION -> {
                environment.put("SMTP_HOST", "localhost");
                environment.put("SMTP_PORT", Integer.toString(Port.SMTP.at(addresses.offset())));
                environment.put("SMTP_FROM", "khong-tra-loi@hoso.example");
                environment.put("CARRIER_URL", addresses.http(Port.CARRIER));
                environment.put("CARRIER_SECRET", secrets.get("carrier"));
                environment.put("CARRIER_CALLBACK_SECRET", secrets.get("carrier.callback"));
            }
            case GATEWAY -> environment.put("GATEWAY_ROUTES_LOCAL_ADDRESS", GatewayAddress.OF_THIS_MACHINE);
            case HEALTH_RECORD -> {}
        }
    }
}
