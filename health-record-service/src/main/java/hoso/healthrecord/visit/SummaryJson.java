package hoso.healthrecord.visit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.Disclosure;
import hoso.healthrecord.document.Origin;
import hoso.healthrecord.document.Visit;
import java.io.IOException;

/// A visit as it is kept for reading: one flat object. Each part is read from it and passes over the members of the
/// others, and over those that an earlier or later release may have written.
record SummaryJson(
        @JsonUnwrapped Visit.Header header,
        @JsonUnwrapped Visit.Findings findings,
        @JsonUnwrapped Disclosure disclosure,
        @JsonUnwrapped Origin origin)
        implements Sensitive {

    static SummaryJson of(Visit visit) {
        return new SummaryJson(visit.header(), visit.findings(), visit.disclosure(), visit.origin());
    }

    static Visit read(ObjectMapper json, byte[] summary) throws IOException {
        var reader = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return new Visit(
                reader.readValue(summary, Visit.Header.class),
                reader.readValue(summary, Visit.Findings.class),
                reader.readValue(summary, Disclosure.class),
                reader.readValue(summary, Origin.class));
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
