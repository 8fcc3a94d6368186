package hoso.check.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One operation of a service as its contract describes it.
///
/// @param service its folder, such as `judicial-cert-service`
/// @param verb in capital letters
/// @param path as in the contract, with `{name}` for variables
/// @param document the whole contract, which references point into
/// @param item the path item, whose parameters count for each of its operations
/// @param itself the operation
public record Operation(String service, String verb, String path, JsonNode document, JsonNode item, JsonNode itself) {

    /// How rules and messages name it: `GET /certificates/{id}`.
    public String name() {
        return verb + " " + path;
    }

    /// The names of the security schemes it takes, one of which must be shown; empty where none is.
    public Set<String> schemes() {
        var security = itself.has("security") ? itself.path("security") : document.path("security");
        var schemes = new TreeSet<String>();
        security.forEach(choice -> choice.fieldNames().forEachRemaining(schemes::add));
        return schemes;
    }

    /// The statuses it declares; `default` is none.
    public Set<Integer> statuses() {
        var statuses = new TreeSet<Integer>();
        itself.path("responses").fieldNames().forEachRemaining(status -> {
            if (status.matches("\\d{3}")) {
                statuses.add(Integer.valueOf(status));
            }
        });
        return statuses;
    }

    /// The parameters of its path, query and headers, with references followed; the operation's own win.
    public Iterable<JsonNode> parameters() {
        var byName = new LinkedHashMap<String, JsonNode>();
        for (var list : new JsonNode[] {item.path("parameters"), itself.path("parameters")}) {
            list.forEach(one -> {
                var parameter = resolved(one);
                byName.put(
                        parameter.path("in").asText() + " "
                                + parameter.path("name").asText(),
                        parameter);
            });
        }
        return byName.values();
    }

    /// The first media type of its body and how it is described; empty where it takes none.
    public Optional<Map.Entry<String, JsonNode>> body() {
        return resolved(itself.path("requestBody")).path("content").properties().stream()
                .findFirst();
    }

    /// What a reference points to; anything else is itself.
    public JsonNode resolved(JsonNode node) {
        var found = node;
        while (found.has("$ref")) {
            found = document.at(found.path("$ref").asText().substring(1));
        }
        return found;
    }
}
