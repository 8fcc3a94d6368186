package hoso.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Parts of an installation that an overlay may choose, and what the base becomes with them: of a strategic merge just
/// what these components use, so that no kustomize is needed to look at them.
final class Components {
    private static final Path FOLDER = Tree.at("deploy/kubernetes/components");
    private static final String KUSTOMIZATION = "kustomization.yaml";

    /// By what the elements of a list are told apart; a list that is not here is replaced.
    private static final Map<String, String> KEYS =
            Map.of("containers", "name", "env", "name", "volumes", "name", "volumeMounts", "mountPath");

    private Components() {}

    static List<String> names() {
        return Tree.files(FOLDER, Tree.ending(KUSTOMIZATION)).stream()
                .map(file -> FOLDER.relativize(file).getName(0).toString())
                .toList();
    }

    static JsonNode kustomization(String component) {
        return Json.read(FOLDER.resolve(component).resolve(KUSTOMIZATION));
    }

    /// Files of a component beside the one that lists them.
    static List<String> files(String component) {
        return Tree.files(FOLDER.resolve(component), Tree.ending(".yaml")).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals(KUSTOMIZATION))
                .toList();
    }

    /// Objects a component adds.
    static List<JsonNode> added(String component) {
        return Manifests.stream(kustomization(component).path("resources"))
                .flatMap(file -> read(component, file.asText()))
                .toList();
    }

    /// Changes a component makes to objects of the base.
    static List<JsonNode> patches(String component) {
        return Manifests.stream(kustomization(component).path("patches"))
                .flatMap(patch -> read(component, patch.path("path").asText()))
                .toList();
    }

    private static Stream<JsonNode> read(String component, String file) {
        return Json.documents(Tree.read(FOLDER.resolve(component).resolve(file))).stream();
    }

    /// The base with these components.
    static List<JsonNode> with(List<JsonNode> base, List<String> components) {
        var all = new ArrayList<JsonNode>();
        base.forEach(object -> all.add(object.deepCopy()));
        for (var component : components) {
            for (var patch : patches(component)) {
                var target = all.stream()
                        .filter(object -> isSame(object, patch))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(component + " changes what is not there"));
                merge((ObjectNode) target, patch);
            }
            all.addAll(added(component));
        }
        return all;
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.path("kind").equals(other.path("kind"))
                && Manifests.name(one).equals(Manifests.name(other));
    }

    static void merge(ObjectNode into, JsonNode patch) {
        for (var field : patch.properties()) {
            var there = into.path(field.getKey());
            var key = KEYS.get(field.getKey());
            if (key != null && there instanceof ArrayNode list) {
                field.getValue().forEach(element -> merge(list, element, key));
            } else if (there instanceof ObjectNode object && field.getValue().isObject()) {
                merge(object, field.getValue());
            } else {
                into.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }

    private static void merge(ArrayNode list, JsonNode element, String key) {
        for (var i = 0; i < list.size(); i++) {
            if (list.get(i).path(key).equals(element.path(key))) {
                if (element.path("$patch").asText().equals("delete")) {
                    list.remove(i);
                } else {
                    merge((ObjectNode) list.get(i), element);
                }
                return;
            }
        }
        list.add(element.deepCopy());
    }
}
