package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.codes;
import static hoso.healthrecord.document.fhir.FhirJson.text;
import static hoso.healthrecord.document.fhir.FhirJson.textOf;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.healthrecord.document.Further.Standing;
import hoso.healthrecord.document.fhir.FhirJson.Entry;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether a resource is a fact, and what its status says of it. FHIR calls these elements modifiers: who does
/// not read them reads the opposite.
final class FhirStandingReader {
    /// By status of any resource type; no code has two meanings in R4.
    private static final Map<String, Standing> STANDINGS = Map.ofEntries(
            Map.entry("entered-in-error", Standing.ENTERED_IN_ERROR),
            Map.entry("refuted", Standing.REFUTED),
            Map.entry("cancelled", Standing.CANCELLED),
            Map.entry("revoked", Standing.CANCELLED),
            Map.entry("rejected", Standing.CANCELLED),
            Map.entry("abandoned", Standing.CANCELLED),
            Map.entry("declined", Standing.CANCELLED),
            Map.entry("not-done", Standing.NOT_DONE),
            Map.entry("not-taken", Standing.NOT_DONE),
            Map.entry("noshow", Standing.NOT_DONE),
            Map.entry("draft", Standing.NOT_YET),
            Map.entry("proposed", Standing.NOT_YET),
            Map.entry("planned", Standing.NOT_YET),
            Map.entry("preparation", Standing.NOT_YET),
            Map.entry("intended", Standing.NOT_YET),
            Map.entry("pending", Standing.NOT_YET),
            Map.entry("waitlist", Standing.NOT_YET));

    /// Requests that nobody has ordered yet. A care plan is a plan, so its intent says nothing.
    private static final Set<String> NO_ORDER = Set.of("proposal", "plan", "option");

    private static final Set<String> REQUESTS =
            Set.of("MedicationRequest", "ServiceRequest", "DeviceRequest", "NutritionOrder", "CommunicationRequest");

    /// Statuses that need no word beside the item.
    private static final Set<String> PLAIN = Set.of(
            "final",
            "active",
            "completed",
            "amended",
            "corrected",
            "confirmed",
            "current",
            "available",
            "booked",
            "arrived",
            "fulfilled",
            "checked-in",
            "finished");

    /// Where types other than `status` keep a status.
    private static final Set<String> STATUSES = Set.of(
            "status", "verificationStatus", "clinicalStatus", "lifecycleStatus", "docStatus", "achievementStatus");

    /// What is the patient's own, when an observation is about it: a cannula, a wound, a treatment.
    private static final Pattern OWN = Pattern.compile(
            "(?:^|/)(?:Device|Procedure|Condition|MedicationRequest|MedicationStatement|BodyStructure)/");

    private FhirStandingReader() {}

    /// Why a resource is no fact; null when it is one.
    static @Nullable Standing of(Entry entry) {
        var resource = entry.resource();
        var standing = of(resource);
        if (standing != null) {
            return standing;
        }
        if (REQUESTS.contains(entry.type())
                && NO_ORDER.contains(resource.path("intent").asText(""))) {
            return Standing.NOT_YET;
        }
        if (entry.type().equals("Observation") && aboutAnother(resource.path("focus"))) {
            return Standing.ABOUT_ANOTHER;
        }
        return resource.path("modifierExtension").isEmpty() ? null : Standing.NOT_UNDERSTOOD;
    }

    /// The same of a part of a resource, such as an activity of a plan.
    static @Nullable Standing of(JsonNode part) {
        if (isTrue(part.path("doNotPerform")) || isTrue(part.path("prohibited"))) {
            return Standing.DO_NOT_PERFORM;
        }
        return statuses(part)
                .map(STANDINGS::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// Does an observation look at something else than the patient? Things of the patient's own are no such
    /// thing.
    private static boolean aboutAnother(JsonNode focus) {
        return focus.valueStream()
                .anyMatch(one -> !OWN.matcher(one.path("reference").asText("")).find());
    }

    private static boolean isTrue(JsonNode node) {
        return "true".equals(node.asText(""));
    }

    /// The word of the document where an item is not simply final.
    static @Nullable String word(Entry entry) {
        return FhirJson.joined(statuses(entry.resource())
                .filter(status -> !PLAIN.contains(status))
                .distinct());
    }

    /// Why, in the words of the document.
    static @Nullable String reason(Entry entry) {
        var resource = entry.resource();
        return Stream.of("statusReason", "reasonNotTaken", "statusReasonCodeableConcept", "cancelationReason")
                .map(resource::path)
                .map(node -> node.isArray() ? node.path(0) : node)
                .map(FhirJson::textOf)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> statuses(JsonNode resource) {
        return STATUSES.stream().sorted().map(resource::path).flatMap(FhirStandingReader::words);
    }

    /// The codes of a status, in whatever system and place; its words where it has no code.
    private static Stream<String> words(JsonNode status) {
        if (!status.isObject()) {
            var code = text(status);
            return code == null ? Stream.empty() : Stream.of(code);
        }
        var codes = codes(status).toList();
        var said = textOf(status);
        return codes.isEmpty() && said != null
                ? Stream.of(said.toLowerCase(Locale.ROOT).replace(' ', '-'))
                : codes.stream();
    }
}
