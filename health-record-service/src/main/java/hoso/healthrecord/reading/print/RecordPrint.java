package hoso.healthrecord.reading.print;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.healthrecord.document.VisitRules;
import hoso.healthrecord.reading.resource.RecordEntry;
import hoso.healthrecord.reading.summary.SummarySection;
import hoso.healthrecord.reading.summary.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Prints what a record holds: who it is of, then the sections of the summary, or visit by visit. Only facts; each line
/// names its facility and day.
final class RecordPrint {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    /// What frames the others and says nothing by itself.
    private static final Set<String> FRAME = Set.of("Patient", "Encounter", "Organization", "Practitioner", "Coverage");

    private final List<RecordEntry> entries;
    private final Words words;
    private final Locale language;
    private final Instant now;

    RecordPrint(List<RecordEntry> entries, Locale language, Instant now) {
        this.entries = entries;
        this.words = new Words(entries);
        this.language = language;
        this.now = now;
    }

    byte[] summary() {
        var title = told("Tóm tắt hồ sơ sức khỏe", "Patient summary");
        try (var paper = new Paper(title, language.toLanguageTag(), now)) {
            head(paper, title);
            for (var section : SummarySection.values()) {
                var facts =
                        section.of(entries).stream().filter(RecordEntry::isFact).toList();
                if (!facts.isEmpty() || section.isRequired()) {
                    paper.heading(section.title(language));
                    if (facts.isEmpty()) {
                        paper.line(told("Không có mục nào.", "No entries."));
                    }
                    for (var fact : facts) {
                        paper.line(line(fact));
                    }
                }
            }
            return paper.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    /// One visit, of which `entries` are all resources.
    byte[] visit() {
        var title = told("Lượt khám bệnh, chữa bệnh", "Visit");
        try (var paper = new Paper(title, language.toLanguageTag(), now)) {
            head(paper, title);
            for (var visit : of("Encounter")) {
                paper.strong(DAY.format(visit.admittedAt().atOffset(VisitRules.LOCAL)) + " – "
                        + visit.resource()
                                .path("serviceProvider")
                                .path("display")
                                .asText(visit.facility()));
            }
            for (var type : entries.stream().map(RecordEntry::type).distinct().toList()) {
                var facts = of(type);
                if (!FRAME.contains(type) && !facts.isEmpty()) {
                    paper.heading(PrintedTypes.title(type, language));
                    for (var fact : facts) {
                        paper.line(line(fact));
                    }
                }
            }
            return paper.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private List<RecordEntry> of(String type) {
        return entries.stream()
                .filter(entry -> entry.type().equals(type) && entry.isFact())
                .toList();
    }

    private void head(Paper paper, String title) throws IOException {
        paper.heading(title);
        for (var patient : of("Patient")) {
            var resource = patient.resource();
            paper.strong(resource.path("name").path(0).path("text").asText("—"));
            paper.line(
                    told("Ngày sinh: ", "Born: ") + resource.path("birthDate").asText("—"));
        }
        paper.line(told("In lúc ", "Printed ") + DAY.format(now.atOffset(VisitRules.LOCAL)));
    }

    private String line(RecordEntry fact) {
        var resource = fact.resource();
        return Stream.of(
                        words.name(resource),
                        words.code(resource),
                        words.value(resource),
                        text(resource, "summary"),
                        text(resource, "description"),
                        resource.path("payload").path(0).path("contentString").asText(""),
                        words.time(fact),
                        words.status(resource),
                        told("cơ sở ", "facility ") + fact.facility())
                .filter(part -> !part.isBlank() && !part.equals("—"))
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    private static String text(JsonNode resource, String field) {
        return resource.path(field).isTextual() ? resource.path(field).asText() : "";
    }

    private String told(String vietnamese, String english) {
        return language.equals(Locale.ENGLISH) ? english : vietnamese;
    }
}
