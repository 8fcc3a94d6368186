package hoso.healthrecord.reading.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.document.fhir.BundleEntriesReader.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The resources of a bundle as they are, with ids and references of the record. The bundle was taken because
/// whatever in it names a patient names this one, so each such reference becomes one to the Patient of the record.
final class BundleEntries {
    private static final Pattern VERSION = Pattern.compile("/_history/[A-Za-z0-9.-]{1,64}$");
    private static final Pattern TYPED = Pattern.compile("(?:^|/)([A-Z][A-Za-z]{1,40})(?:/[A-Za-z0-9.-]{1,64}|\\?.*)$");

    /// Elements that say whom a resource is about, and may do so by an identifier alone.
    private static final Set<String> SUBJECTS = Set.of("subject", "patient", "for", "beneficiary");

    private final Frame frame;
    private final List<Item> items;
    private final int stay;
    private final Map<String, String> named = new HashMap<>();
    private final List<String> ids = new ArrayList<>();

    BundleEntries(Frame frame, List<Item> items) {
        this.frame = frame;
        this.items = items;
        this.stay = stay(items);
        name();
    }

    /// The place among the items of the Encounter that is the visit: wards are part of it. -1 when there is none.
    private static int stay(List<Item> items) {
        var encounters = IntStream.range(0, items.size())
                .filter(i -> type(items.get(i).resource()).equals("Encounter"))
                .boxed()
                .toList();
        return encounters.stream()
                .filter(i -> !items.get(i).resource().has("partOf"))
                .findFirst()
                .orElse(encounters.isEmpty() ? -1 : encounters.getFirst());
    }

    List<RecordEntry> all() {
        var entries = new ArrayList<RecordEntry>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var resource = item.resource().deepCopy();
            var contained = withoutContainedPatients(resource);
            resource.properties().forEach(field -> walk(field.getValue(), field.getKey(), contained));
            entries.add(frame.entry(item.place(), item.standing(), labelled(resource, ids.get(i))));
        }
        return List.copyOf(entries);
    }

    /// Gives each resource its id, and notes by what names references may call it.
    private void name() {
        var taken = new HashSet<String>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var type = type(item.resource());
            var own = item.resource().path("id").asText("");
            var key = own.isEmpty() ? item.fullUrl() : type + "/" + own;
            var id = type.equals("Patient")
                    ? frame.record().toString()
                    : i == stay
                            ? frame.kept().id().toString()
                            : frame.id(key.isEmpty() || !taken.add(key) ? item.place() : key);
            ids.add(id);
            var reference = type + "/" + id;
            if (!item.fullUrl().isEmpty()) {
                named.putIfAbsent(item.fullUrl(), reference);
                named.putIfAbsent(lastTwo(item.fullUrl()), reference);
            }
            if (!own.isEmpty()) {
                named.putIfAbsent(type + "/" + own, reference);
            }
        }
    }

    /// The id comes right after the type, as readers expect it, and of `meta` what the sender says of the content.
    private static ObjectNode labelled(ObjectNode resource, String id) {
        var labelled = Nodes.resource(type(resource), id);
        var meta = labelled.putObject("meta");
        for (var field : List.of("security", "tag")) {
            if (resource.path("meta").has(field)) {
                meta.set(field, resource.path("meta").path(field));
            }
        }
        resource.properties().forEach(field -> {
            if (!field.getKey().equals("meta") && !labelled.has(field.getKey())) {
                labelled.set(field.getKey(), field.getValue());
            }
        });
        return labelled;
    }

    /// A contained Patient is the patient of the record, under another name.
    ///
    /// @return what references call those that are left out
    private static Set<String> withoutContainedPatients(ObjectNode resource) {
        var names = new HashSet<String>();
        if (resource.path("contained") instanceof ArrayNode contained) {
            for (int i = contained.size() - 1; i >= 0; i--) {
                if (type(contained.get(i)).equals("Patient")) {
                    names.add("#" + contained.get(i).path("id").asText(""));
                    contained.remove(i);
                }
            }
            if (contained.isEmpty()) {
                resource.remove("contained");
            }
        }
        return names;
    }

    private void walk(JsonNode node, String field, Set<String> patients) {
        if (node.isArray()) {
            node.forEach(one -> walk(one, field, patients));
        } else if (node instanceof ObjectNode object) {
            if (object.path("reference").isTextual()) {
                refer(object, object.path("reference").asText(), patients);
            } else if (SUBJECTS.contains(field) && object.path("identifier").isObject()) {
                object.put("reference", frame.patientReference());
            }
            object.properties().forEach(child -> walk(child.getValue(), child.getKey(), patients));
        }
    }

    private void refer(ObjectNode reference, String to, Set<String> patients) {
        if (to.startsWith("#") && !patients.contains(to)) {
            return;
        }
        var inside = patients.contains(to) ? frame.patientReference() : inside(to);
        if (inside != null) {
            reference.put("reference", inside);
            return;
        }
        // It leads out of the record, where nobody can follow it: its name is kept as a name.
        reference.remove("reference");
        if (!reference.has("display")) {
            reference.put("display", to);
        }
        if (to.contains(":") && !reference.has("identifier")) {
            reference.set("identifier", Nodes.identifier("urn:ietf:rfc:3986", to));
        }
    }

    private @Nullable String inside(String to) {
        var plain = VERSION.matcher(to).replaceFirst("");
        var found = named.get(plain);
        if (found != null) {
            return found;
        }
        var typed = TYPED.matcher(plain);
        return switch (typed.find() ? typed.group(1) : "") {
            case "Patient" -> frame.patientReference();
            case "Encounter" -> stay >= 0 ? frame.encounterReference() : null;
            default -> null;
        };
    }

    private static String lastTwo(String url) {
        var parts = url.split("/", -1);
        return parts.length < 2 ? url : parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }

    private static String type(JsonNode resource) {
        return resource.path("resourceType").asText("");
    }
}
