package hoso.check.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import hoso.e2e.Http;
import hoso.e2e.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The operations of all services of a running system, from the contract that each of them serves.
public final class Contracts {
    public static final List<String> SERVICES =
            List.of("identity-service", "health-record-service", "notification-service", "judicial-cert-service");
    private static final YAMLMapper YAML = new YAMLMapper(new YAMLFactory());
    private static final List<String> VERBS = List.of("get", "put", "post", "delete", "patch");

    private Contracts() {}

    public static List<Operation> operations(RunningSystem system) {
        return SERVICES.stream()
                .flatMap(service -> operations(service, contract(system, service)).stream())
                .toList();
    }

    private static JsonNode contract(RunningSystem system, String service) {
        var reply = Http.get(system.url(service) + "/contract/openapi.yaml", Map.of())
                .expect(200);
        try {
            return YAML.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException("the contract of " + service + " is no YAML", e);
        }
    }

    /// The operations of one contract, in its order.
    public static List<Operation> operations(String service, JsonNode document) {
        var operations = new ArrayList<Operation>();
        for (var path : document.path("paths").properties()) {
            for (var verb : VERBS) {
                if (path.getValue().has(verb)) {
                    operations.add(new Operation(
                            service,
                            verb.toUpperCase(Locale.ROOT),
                            path.getKey(),
                            document,
                            path.getValue(),
                            path.getValue().path(verb)));
                }
            }
        }
        return operations;
    }
}
