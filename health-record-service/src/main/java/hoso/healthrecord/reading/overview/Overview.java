package hoso.healthrecord.reading.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.reading.resource.RecordEntry;
import hoso.healthrecord.reading.summary.Words;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A record in the four groups of Decision 31/QD-BYT: administration, history, visits, summaries. Only facts; each
/// item names the visit it is of.
record Overview(Administration administration, History history, Visits visits, List<Item> summaries)
        implements Sensitive {
    private static final Set<String> PAPERS = Set.of("DocumentReference", "Composition");

    /// Who the record is of, as the newest visit tells it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Administration(
            @Nullable String name,
            @Nullable String birthDate,
            @Nullable String gender,
            @Nullable String personalNumber,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String insuranceCard,
            @Nullable String bloodGroup)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Allergies, illnesses, vaccinations.
    record History(List<Item> allergies, List<Item> illnesses, List<Item> vaccinations) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What came from where.
    record Visits(int count, List<Facility> facilities) {}

    /// One facility.
    ///
    /// @param status `NOT_YET`: a visit there is expected from a referral, and none was received since
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Facility(
            String facility,
            @Nullable String name,
            Status status,
            int visits,
            @Nullable OffsetDateTime latest) {}

    /// Did anything come from the facility?
    enum Status {
        RECEIVED,
        NOT_YET
    }

    /// One thing that a document tells.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Item(
            String name,
            String code,
            String details,
            String when,
            String status,
            String facility,
            UUID visitId,
            String resource)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    static Overview of(List<RecordEntry> entries) {
        var words = new Words(entries);
        return new Overview(
                administration(entries),
                new History(
                        items(entries, words, Set.of("AllergyIntolerance")),
                        items(entries, words, Set.of("Condition")),
                        items(entries, words, Set.of("Immunization"))),
                new Visits((int) facts(entries, Set.of("Encounter")).count(), Facilities.of(entries)),
                items(entries, words, PAPERS));
    }

    private static Stream<RecordEntry> facts(List<RecordEntry> entries, Set<String> types) {
        return entries.stream().filter(entry -> types.contains(entry.type()) && entry.isFact());
    }

    private static List<Item> items(List<RecordEntry> entries, Words words, Set<String> types) {
        return facts(entries, types)
                .map(entry -> new Item(
                        words.name(entry.resource()),
                        words.code(entry.resource()),
                        words.value(entry.resource()),
                        words.time(entry),
                        words.status(entry.resource()),
                        entry.facility(),
                        entry.visit(),
                        entry.reference()))
                .toList();
    }

    private static Administration administration(List<RecordEntry> entries) {
        var patient = entries.stream()
                .filter(entry -> entry.type().equals("Patient"))
                .map(RecordEntry::resource)
                .findFirst()
                .map(JsonNode.class::cast)
                .orElse(MissingNode.getInstance());
        return new Administration(
                text(patient.path("name").path(0).path("text")),
                text(patient.path("birthDate")),
                text(patient.path("gender")),
                number(patient),
                text(patient.path("address").path(0).path("text")),
                text(patient.path("telecom").path(0).path("value")),
                facts(entries, Set.of("Coverage"))
                        .map(entry -> text(entry.resource().path("subscriberId")))
                        .findFirst()
                        .orElse(null),
                bloodGroup(entries));
    }

    private static @Nullable String number(JsonNode patient) {
        return patient.path("identifier")
                .valueStream()
                .map(identifier -> text(identifier.path("value")))
                .filter(value -> value != null && value.matches("[0-9]{12}"))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String bloodGroup(List<RecordEntry> entries) {
        return facts(entries, Set.of("Observation"))
                .map(RecordEntry::resource)
                .filter(one -> one.path("code")
                        .path("coding")
                        .valueStream()
                        .anyMatch(coding -> Set.of("882-1", "883-9")
                                .contains(coding.path("code").asText())))
                .map(one -> text(one.path("valueCodeableConcept").path("text")))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
