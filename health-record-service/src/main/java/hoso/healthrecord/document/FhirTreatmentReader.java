package hoso.healthrecord.document;

import static hoso.healthrecord.document.FhirJson.firstCode;
import static hoso.healthrecord.document.FhirJson.identifier;
import static hoso.healthrecord.document.FhirJson.text;
import static hoso.healthrecord.document.FhirJson.textOf;

import hoso.healthrecord.document.FhirJson.Entry;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;

/// Reads what was given, done and arranged: drugs, procedures, notes, appointments, referrals.
final class FhirTreatmentReader {
    private final FhirTimeReader times;

    FhirTreatmentReader(FhirTimeReader times) {
        this.times = times;
    }

    Visit.Drug drug(Entry request) {
        var medication = request.resource().path("medicationCodeableConcept");
        var dosage = request.resource().path("dosageInstruction").path(0);
        var quantity = request.resource().path("dispenseRequest").path("quantity");
        return new Visit.Drug(
                firstCode(medication),
                textOf(medication),
                null,
                text(quantity.path("value")),
                text(quantity.path("unit")),
                text(dosage.path("text")),
                text(dosage.path("patientInstruction")),
                times.time(request.at("authoredOn")));
    }

    Visit.Service service(Entry procedure) {
        var code = procedure.resource().path("code");
        var at = times.time(procedure.at("performedDateTime"));
        return new Visit.Service(
                firstCode(code),
                textOf(code),
                null,
                at == null ? times.time(procedure.at("performedPeriod").at("start")) : at);
    }

    Visit.Progress progress(Entry impression) {
        var note = text(impression.resource().path("summary"));
        return new Visit.Progress(times.time(impression.at("date")), note, VitalSigns.find(note));
    }

    Stream<Visit.Reexamination> reexamination(Entry appointment) {
        var at = times.time(appointment.at("start"));
        return at == null
                ? Stream.empty()
                : Stream.of(new Visit.Reexamination(
                        LocalDate.ofInstant(at, ClaimEnvelopeReader.LOCAL),
                        at,
                        identifier(appointment.at("identifier"), Set.of(FhirJson.SLIP))));
    }

    static Visit.Referral referral(Entry request) {
        var performer = request.resource().path("performer").path(0).path("identifier");
        var to = FhirJson.FACILITY.equals(performer.path("system").asText()) ? text(performer.path("value")) : null;
        return new Visit.Referral(
                identifier(request.at("identifier"), Set.of(FhirJson.REFERRAL_LETTER)),
                to,
                textOf(request.resource().path("reasonCode").path(0)),
                text(request.resource().path("note").path(0).path("text")));
    }
}
