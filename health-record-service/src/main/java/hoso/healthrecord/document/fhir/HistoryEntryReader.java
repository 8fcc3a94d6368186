package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.each;
import static hoso.healthrecord.document.fhir.FhirJson.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where the entries of a bundle lie in its bytes, and what tells which visit each belongs to. The bundle is read as a
/// stream with one entry in memory at a time.
final class HistoryEntryReader {
    private static final List<String> DATES = List.of(
            "effectiveDateTime",
            "effectiveInstant",
            "effectivePeriod",
            "performedDateTime",
            "performedPeriod",
            "occurrenceDateTime",
            "occurrencePeriod",
            "whenHandedOver",
            "authoredOn",
            "recordedDate",
            "onsetDateTime",
            "onsetPeriod",
            "collection",
            "started",
            "date",
            "period",
            "billablePeriod",
            "recordedOn",
            "issued",
            "created",
            "recorded");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
    private static final ObjectReader ENTRY =
            FhirBundleReader.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final List<One> all = new ArrayList<>();
    private String type = "";

    private HistoryEntryReader() {}

    /// An entry of the bundle.
    ///
    /// @param begin where its bytes begin
    /// @param end where the bytes behind it begin
    /// @param encounters the references that say to which visit it belongs
    /// @param references all references in it
    /// @param at when it was, as far as it says
    /// @param until end of an Encounter
    /// @param ownEpisode is it an Encounter that names its episode?
    record One(
            int begin,
            int end,
            Names names,
            Set<String> encounters,
            Set<String> references,
            @Nullable String at,
            @Nullable String until,
            boolean ownEpisode) {

        boolean is(String type) {
            return names.type().equals(type);
        }
    }

    /// What other resources may call a resource.
    ///
    /// @param identifiers values of its identifiers, for references that search for them
    record Names(String type, @Nullable String id, String fullUrl, Set<String> identifiers) {}

    static HistoryEntryReader read(byte[] bundle) throws Stop {
        var read = new HistoryEntryReader();
        try (var parser = FhirBundleReader.MAPPER.createParser(bundle)) {
            read.bundle(parser);
        } catch (StreamConstraintsException e) {
            var message = String.valueOf(e.getOriginalMessage());
            throw new Stop("Bundle", message.contains("depth") ? Code.TOO_DEEP : Code.CONTENT_TOO_LARGE);
        } catch (JsonProcessingException _) {
            throw new Stop("Bundle", Code.MALFORMED);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return read;
    }

    List<One> all() {
        return all;
    }

    /// The type of the bundle.
    String type() {
        return type;
    }

    private void bundle(JsonParser parser) throws IOException, Stop {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Stop("Bundle", Code.MALFORMED);
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (name.equals("entry") && value == JsonToken.START_ARRAY) {
                entries(parser);
            } else if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                type = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void entries(JsonParser parser) throws IOException, Stop {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            if (all.size() == FhirBundleReader.MOST_ENTRIES) {
                throw new Stop("Bundle.entry", Code.TOO_MANY_ELEMENTS);
            }
            var begin = (int) parser.currentTokenLocation().getByteOffset();
            JsonNode entry = ENTRY.readTree(parser);
            all.add(one(begin, (int) parser.currentLocation().getByteOffset(), entry));
        }
    }

    private static One one(int begin, int end, JsonNode entry) {
        var resource = entry.path("resource");
        var encounters = new LinkedHashSet<String>();
        var references = new LinkedHashSet<String>();
        walk(resource, "", encounters, references);
        var encounter = resource.path("resourceType").asText("").equals("Encounter");
        if (encounter) {
            encounters.clear();
            var whole = resource.path("partOf").path("reference").asText("");
            if (!whole.isEmpty()) {
                encounters.add(whole);
            }
        }
        var identifiers = new LinkedHashSet<String>();
        each(resource.path("identifier"))
                .forEach(one -> identifiers.add(one.path("value").asText("")));
        return new One(
                begin,
                end,
                new Names(
                        resource.path("resourceType").asText(""),
                        text(resource.path("id")),
                        entry.path("fullUrl").asText(""),
                        identifiers),
                encounters,
                references,
                at(resource),
                text(resource.path("period").path("end")),
                encounter
                        && FhirJson.identifier(
                                        new FhirJson.Node("", resource.path("identifier")), FhirIdentifiers.EPISODE)
                                != null);
    }

    private static void walk(JsonNode node, String field, Set<String> encounters, Set<String> references) {
        if (node.isObject()) {
            var reference = node.path("reference").asText("");
            if (!reference.isEmpty()) {
                var plain = FhirIndexReader.unversioned(reference);
                references.add(plain);
                if (field.equals("encounter") || (field.equals("context") && plain.contains("Encounter"))) {
                    encounters.add(plain);
                }
            }
            if (field.equals("encounter")
                    && node.path("identifier").path("value").isTextual()) {
                encounters.add("Encounter?identifier="
                        + node.path("identifier").path("value").asText());
            }
            node.properties().forEach(child -> walk(child.getValue(), child.getKey(), encounters, references));
        } else if (node.isArray()) {
            node.forEach(child -> walk(child, field, encounters, references));
        }
    }

    private static @Nullable String at(JsonNode resource) {
        for (var name : DATES) {
            var node = resource.path(name);
            var text = node.isObject()
                    ? text(node.has("start") ? node.path("start") : node.path("collectedDateTime"))
                    : text(node);
            if (text != null && DAY.matcher(text).matches()) {
                return text;
            }
        }
        return null;
    }
}
