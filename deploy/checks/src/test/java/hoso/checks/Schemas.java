package hoso.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What Kubernetes and Strimzi take, checked without either: by the models of the client library, and by
/// the schemas the operator itself installs, made strict.
final class Schemas {
    private static final Map<String, String> MODELS = Map.of(
            "apps/v1", "",
            "v1", "",
            "policy/v1", "",
            "networking.k8s.io/v1", "",
            "autoscaling/v2", "V2");

    private static final Map<String, String> STRIMZI = Map.of(
            "Kafka", "io.strimzi.api.kafka.model.kafka.Kafka",
            "KafkaNodePool", "io.strimzi.api.kafka.model.nodepool.KafkaNodePool",
            "KafkaTopic", "io.strimzi.api.kafka.model.topic.KafkaTopic",
            "KafkaUser", "io.strimzi.api.kafka.model.user.KafkaUser");

    private Schemas() {}

    static boolean isNative(String apiVersion) {
        return MODELS.containsKey(apiVersion);
    }

    /// Throws when the object has a field Kubernetes does not know, or lacks one it demands, at any depth.
    static void checkNative(JsonNode object) {
        var version = MODELS.getOrDefault(object.path("apiVersion").asText(), "");
        var model = "io.kubernetes.client.openapi.models." + (version.isEmpty() ? "V1" : version)
                + object.path("kind").asText();
        try {
            Class.forName(model)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(object.toString()));
        } catch (InvocationTargetException e) {
            throw new AssertionError(Manifests.name(object) + ": " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no model " + model, e);
        }
    }

    /// The `spec` of each kind of Strimzi, strict: a field that is not in it is refused.
    static Map<String, JsonNode> strimzi() throws IOException, InterruptedException {
        var folder = Files.createDirectories(Tree.at("deploy/checks/target/crds"));
        // The generator ends its JVM when it is done, so it gets one of its own.
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.strimzi.crdgenerator.CrdGenerator",
                "--target-kube",
                "1.25+",
                "--crd-api-version",
                "v1",
                "--api-versions",
                "v1",
                "--storage-version",
                "v1",
                "--yaml"));
        STRIMZI.forEach((kind, type) -> command.add(type + "=" + folder.resolve(kind + ".yaml")));
        var log = folder.resolve("generator.log");
        var generator = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (generator.waitFor() != 0) {
            throw new IllegalStateException("the schemas of Strimzi could not be written:\n" + Tree.read(log));
        }
        var schemas = new TreeMap<String, JsonNode>();
        for (var kind : STRIMZI.keySet()) {
            var spec = Json.read(folder.resolve(kind + ".yaml"))
                    .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
            makeStrict(spec);
            schemas.put(kind, spec);
        }
        return schemas;
    }

    static List<String> complaints(Map<String, JsonNode> schemas, JsonNode object) {
        var kind = object.path("kind").asText();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemas.get(kind))
                .validate(object.path("spec"))
                .stream()
                .map(error -> kind + " " + Manifests.name(object) + ": " + error)
                .toList();
    }

    private static void makeStrict(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")
                && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Schemas::makeStrict);
    }
}
