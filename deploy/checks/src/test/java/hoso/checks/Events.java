package hoso.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// What is promised of events. Each check answers with its complaints, empty when all is well.
final class Events {
    static final String SCHEMA = ".schema.json";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private static final SchemaLocation META = SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId());

    /// Words in a property's name that stand for something personal. Ids that tell nothing about a person, and codes
    /// of cases and agencies, are no such words.
    private static final Pattern PERSONAL = Pattern.compile(
            "name|personal|birth|phone|e?mail|address|passport|father|mother|spouse|line|recipient|number|diagnos|drug"
                    + "|disease|offence|penalty|conviction|judgment|criminal|ethnic|religion|sex\\b|gender",
            Pattern.CASE_INSENSITIVE);

    /// Properties whose name holds such a word and whose content does not.
    private static final Set<String> HARMLESS = Set.of("email");

    private Events() {}

    /// Not a valid JSON Schema 2020-12, or one without the marks the house wants.
    static List<String> invalidSchema(String event, JsonNode schema) {
        var complaints = new ArrayList<String>();
        REGISTRY.getSchema(META).validate(schema).forEach(error -> complaints.add(event + ": " + error));
        if (!schema.path("$schema").asText().equals(SpecificationVersion.DRAFT_2020_12.getDialectId())) {
            complaints.add(event + " does not say that it is JSON Schema 2020-12");
        }
        if (!schema.path("$id").asText().equals("/contract/events/" + event + SCHEMA)) {
            complaints.add(event + " has not the $id that events carry as dataschema");
        }
        if (schema.path("description").asText().isBlank()) {
            complaints.add(event + " does not say what became true");
        }
        return complaints;
    }

    /// An example that is not as the schema says.
    static List<String> invalidExample(String event, JsonNode schema, JsonNode example) {
        return REGISTRY.getSchema(schema).validate(example).stream()
                .map(error -> event + " example: " + error)
                .toList();
    }

    /// Properties that look personal and do not say so.
    static List<String> personal(String at, JsonNode schema) {
        var complaints = new ArrayList<String>();
        for (var property : schema.path("properties").properties()) {
            var name = at + "/" + property.getKey();
            var says = property.getValue().path("x-personal").asBoolean();
            var isFlag = property.getValue().path("type").asText().equals("boolean")
                    && HARMLESS.contains(property.getKey().toLowerCase(Locale.ROOT));
            if (!says && !isFlag && PERSONAL.matcher(property.getKey()).find()) {
                complaints.add(name + " looks personal; leave it out or say \"x-personal\": true");
            }
            complaints.addAll(personal(name, property.getValue()));
        }
        if (schema.has("items")) {
            complaints.addAll(personal(at + "[]", schema.path("items")));
        }
        return complaints;
    }

    /// Events that asyncapi.yaml does not name with topic and key, and messages without a schema.
    static List<String> untold(Set<String> events, JsonNode asyncapi, String prefix) {
        var complaints = new ArrayList<String>();
        var told = new TreeSet<String>();
        for (var message : asyncapi.at("/components/messages").properties()) {
            var event = eventOf(message.getValue());
            told.add(event);
            var type = "hoso." + prefix + event;
            if (!message.getValue().path("name").asText().equals(type)) {
                complaints.add("message " + message.getKey() + " is not called " + type);
            }
            if (message.getValue().at("/bindings/kafka/key").isMissingNode()) {
                complaints.add("message " + message.getKey() + " does not say its key");
            }
            if (channels(asyncapi).noneMatch(channel -> carries(channel, message.getKey()))) {
                complaints.add("message " + message.getKey() + " is on no topic");
            }
        }
        events.stream()
                .filter(event -> !told.contains(event))
                .forEach(event -> complaints.add(event + " is not in asyncapi.yaml"));
        told.stream()
                .filter(event -> !events.contains(event))
                .forEach(event -> complaints.add(event + " is in asyncapi.yaml and has no schema"));
        return complaints;
    }

    private static String eventOf(JsonNode message) {
        var ref = message.at("/payload/$ref")
                .asText(message.at("/payload/schema/$ref").asText());
        var name = ref.substring(ref.lastIndexOf('/') + 1);
        return name.endsWith(SCHEMA) ? name.substring(0, name.length() - SCHEMA.length()) : name;
    }

    private static java.util.stream.Stream<JsonNode> channels(JsonNode asyncapi) {
        return asyncapi.path("channels").properties().stream().map(java.util.Map.Entry::getValue);
    }

    private static boolean carries(JsonNode channel, String message) {
        return StreamSupport.stream(channel.path("messages").spliterator(), false)
                .anyMatch(one -> one.path("$ref").asText().equals("#/components/messages/" + message));
    }

    /// Topics a service says it writes.
    static Set<String> topics(JsonNode asyncapi, String prefix) {
        var topics = new TreeSet<String>();
        channels(asyncapi)
                .map(channel -> channel.path("address").asText())
                .filter(address -> address.startsWith(prefix))
                .forEach(topics::add);
        return topics;
    }

    /// Names of the events of a service, with their version: `CertificateIssued.v1`.
    static Set<String> names(Path contract) {
        var names = new TreeSet<String>();
        for (var file : Tree.files(contract.resolve("events"), Tree.ending(SCHEMA))) {
            var name = file.getFileName().toString();
            names.add(name.substring(0, name.length() - SCHEMA.length()));
        }
        return names;
    }

    static JsonNode schema(Path contract, String event) {
        return Json.read(contract.resolve("events/" + event + SCHEMA));
    }

    static JsonNode asyncapi(Part part) {
        var file = part.contract().resolve("asyncapi.yaml");
        if (!Files.exists(file)) {
            throw new AssertionError(Tree.name(file) + " is missing");
        }
        return Json.read(file);
    }
}
