package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.text;

import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws;
import hoso.healthrecord.document.Moment;
import hoso.healthrecord.document.VisitRules;
import hoso.healthrecord.document.fhir.FhirJson.Entry;
import hoso.healthrecord.document.fhir.FhirJson.Node;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Reads times of a bundle; a wrong one is noted as a flaw.
final class FhirTimeReader {
    private final Flaws flaws;

    FhirTimeReader(Flaws flaws) {
        this.flaws = flaws;
    }

    Instant needed(Node place) {
        if (text(place.node()) == null) {
            flaws.add(place.pointer(), Code.MISSING);
        }
        var time = time(place);
        return time == null ? Instant.EPOCH : time;
    }

    /// The first of the elements that tells a time: a point (`effectiveDateTime`, `effectiveInstant`) or a
    /// stretch (`effectivePeriod`), as exact as it is written.
    @Nullable
    Moment moment(Entry entry, String... fields) {
        for (var field : fields) {
            var place = entry.at(field);
            var moment = place.node().isObject() ? period(place) : moment(place);
            if (moment != null) {
                return moment;
            }
        }
        return null;
    }

    /// A Period, or the first event of a Timing.
    private @Nullable Moment period(Node place) {
        if (place.node().has("event")) {
            return moment(new Node(
                    place.pointer() + ".event[0]", place.node().path("event").path(0)));
        }
        var start = moment(place.at("start"));
        var end = moment(place.at("end"));
        if (start == null || end == null) {
            return start == null ? end : start;
        }
        return start.until(end);
    }

    private @Nullable Moment moment(Node place) {
        var text = text(place.node());
        if (text == null) {
            return null;
        }
        var moment = Moment.ofFhir(text);
        if (moment.isEmpty()) {
            flaws.add(place.pointer(), Code.WRONG_DATE);
        }
        return moment.orElse(null);
    }

    /// A FHIR dateTime: a whole date means the beginning of that day here; with a time it must have an offset.
    @Nullable
    Instant time(Node place) {
        var text = text(place.node());
        if (text == null) {
            return null;
        }
        try {
            // Years have four digits in FHIR; Java reads more after a sign, and no database keeps them.
            if (!Character.isDigit(text.charAt(0))) {
                throw new DateTimeParseException("no year of four digits", text, 0);
            }
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(VisitRules.LOCAL).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            flaws.add(place.pointer(), Code.WRONG_DATE);
            return null;
        }
    }
}
