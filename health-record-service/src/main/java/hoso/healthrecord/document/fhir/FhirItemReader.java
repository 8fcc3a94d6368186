package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.firstCode;
import static hoso.healthrecord.document.fhir.FhirJson.joined;
import static hoso.healthrecord.document.fhir.FhirJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.healthrecord.document.Further;
import hoso.healthrecord.document.Further.Kind;
import hoso.healthrecord.document.Further.Standing;
import hoso.healthrecord.document.fhir.FhirJson.Entry;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads resources that have no list of their own in a visit, and names those that are set aside.
final class FhirItemReader {
    /// Where a resource type tells its name, its time and what more there is to say.
    ///
    /// @param name elements, the first that is there counts; `medication` means the medication it refers to
    /// @param at elements, the first that is there counts
    /// @param detail paths, all that are there are told
    private record Shape(Kind kind, String[] name, String[] at, String[] detail) {
        static Shape of(String row) {
            var cells = row.split("\\s*\\|\\s*", -1);
            return new Shape(
                    Kind.valueOf(cells[0]), cells[1].split(" ", -1), cells[2].split(" ", -1), cells[3].split(" ", -1));
        }
    }

    private static final Map<String, Shape> SHAPES = read();

    private static final Shape NOTHING = Shape.of("OTHER | code | date | note");

    private final FhirIndexReader index;
    private final FhirTimeReader times;
    private final FhirMedicationReader medications;

    FhirItemReader(FhirIndexReader index, FhirTimeReader times, FhirMedicationReader medications) {
        this.index = index;
        this.times = times;
        this.medications = medications;
    }

    private static Map<String, Shape> read() {
        return FhirIdentifiers.Resources.load("/fhir-items.properties").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        type -> type.getKey().toString(),
                        type -> Shape.of(type.getValue().toString())));
    }

    /// The resource as an item; null when there is nothing in it to show.
    Further.@Nullable Item item(Entry entry) {
        var shape = SHAPES.get(entry.type());
        if (shape == null) {
            return null;
        }
        var name = name(entry, shape);
        var detail = detail(entry, shape);
        return name == null && detail == null
                ? null
                : new Further.Item(
                        shape.kind(),
                        code(entry, shape),
                        name,
                        detail,
                        FhirStandingReader.word(entry),
                        times.moment(entry, shape.at()));
    }

    /// The resource as one that is no fact; null when its type is never shown.
    Further.@Nullable SetAside setAside(Entry entry, Standing standing) {
        var shape = SHAPES.get(entry.type());
        return shape == null
                ? null
                : new Further.SetAside(
                        shape.kind(),
                        standing,
                        code(entry, shape),
                        name(entry, shape),
                        FhirStandingReader.reason(entry),
                        times.moment(entry, shape.at()));
    }

    private @Nullable String name(Entry entry, Shape shape) {
        for (var field : shape.name()) {
            var name = field.equals("medication") ? medications.name(entry) : told(entry, field);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private @Nullable String code(Entry entry, Shape shape) {
        var field = shape.name()[0];
        return field.equals("medication")
                ? medications.code(entry)
                : firstCode(entry.resource().path(field));
    }

    private @Nullable String detail(Entry entry, Shape shape) {
        var detail = Arrays.stream(shape.detail()).map(path -> told(entry, path));
        var dosage = entry.resource().path(entry.type().equals("MedicationDispense") ? "dosageInstruction" : "dosage");
        return joined(Stream.concat(detail, Stream.of(FhirMedicationReader.dose(dosage))));
    }

    /// All that stands at a path, in words.
    private @Nullable String told(Entry entry, String path) {
        var nodes = Stream.of(entry.resource());
        for (var field : path.split("\\.", -1)) {
            nodes = nodes.map(node -> node.path(field))
                    .flatMap(FhirItemReader::items)
                    .filter(node -> FhirStandingReader.of(node) == null);
        }
        return joined(nodes.map(node -> words(entry, node)).distinct());
    }

    private static Stream<JsonNode> items(JsonNode node) {
        return node.isArray() ? node.valueStream() : Stream.of(node);
    }

    private static @Nullable String ownName(Entry entry) {
        return Arrays.stream(SHAPES.getOrDefault(entry.type(), NOTHING).name())
                .map(field -> entry.resource().at("/" + field.replace('.', '/')))
                .map(node -> node.isObject() ? FhirValueReader.concept(node) : text(node))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// A text, concept, note, quantity, or the name of what is referred to.
    private @Nullable String words(Entry entry, JsonNode node) {
        if (!node.isObject()) {
            return text(node);
        }
        var concept = FhirValueReader.concept(node);
        if (concept != null) {
            return concept;
        }
        var quantity = FhirValueReader.quantity(node).whole();
        if (quantity != null) {
            return quantity;
        }
        var display = text(node.path("display"));
        var reference = text(node.path("reference"));
        if (display != null || reference == null) {
            return display;
        }
        // One step only: resources may refer to each other in a circle.
        return index.find(entry, reference).map(FhirItemReader::ownName).orElse(null);
    }
}
