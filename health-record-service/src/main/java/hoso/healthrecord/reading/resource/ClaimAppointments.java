package hoso.healthrecord.reading.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.document.VisitRules;
import hoso.healthrecord.document.claim.ClaimRowsReader.Row;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the patient is to go: re-examination (XML14, and the days in XML1) as Appointment, referral (XML13) as
/// ServiceRequest.
final class ClaimAppointments {
    private final Frame frame;
    private final Set<LocalDate> days = new HashSet<>();

    ClaimAppointments(Frame frame) {
        this.frame = frame;
    }

    Stream<ObjectNode> slip(Row slip) {
        var moment = slip.moment("NGAY_HEN_KL");
        if (moment == null) {
            return Stream.empty();
        }
        var at = moment.instant();
        var day = at == null ? LocalDate.parse(moment.from()) : LocalDate.ofInstant(at, VisitRules.LOCAL);
        days.add(day);
        var appointment = at == null ? on(slip.place(), day) : appointment(slip.place());
        if (at != null) {
            // The slip names an hour to come, and no end.
            appointment.put("start", Nodes.local(at)).put("end", Nodes.local(at));
        }
        var number = slip.text("SO_GIAYHEN_KL");
        if (number != null) {
            appointment.withArray("identifier").add(Nodes.identifier("urn:vn:so-giay-hen-kham-lai", number));
        }
        var reason = slip.text("CHAN_DOAN_RV");
        if (reason != null) {
            appointment.withArray("reasonCode").add(Nodes.text(reason));
        }
        return Stream.of(appointment);
    }

    /// Days of the summary that no slip names.
    Stream<ObjectNode> days(Row summary) {
        return summary.list("NGAY_TAI_KHAM").stream()
                .map(ClaimAppointments::day)
                .filter(day -> day != null && days.add(day))
                .map(day -> on("XML1/reexamination/" + day, day));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private ObjectNode on(String key, LocalDate day) {
        return appointment(key)
                .put("start", Nodes.local(day.atStartOfDay().toInstant(VisitRules.LOCAL)))
                .put("end", Nodes.local(day.plusDays(1).atStartOfDay().toInstant(VisitRules.LOCAL)));
    }

    private ObjectNode appointment(String key) {
        var appointment = Nodes.resource("Appointment", frame.id(key))
                .put("status", "booked")
                .put("description", "Tái khám");
        var participant = appointment.withArray("participant").addObject();
        participant.set("actor", Nodes.reference(frame.patientReference()));
        participant.put("status", "accepted");
        return appointment;
    }

    static ObjectNode referral(Frame frame, Row letter) {
        var request = frame.inEncounter("ServiceRequest", letter.place())
                .put("status", "active")
                .put("intent", "order");
        var number = ClaimTreatments.joined("; ", letter.text("GIAY_CHUYEN_TUYEN"));
        if (number != null) {
            request.withArray("identifier").add(Nodes.identifier("urn:vn:giay-chuyen-tuyen", number));
        }
        request.set(
                "code",
                Nodes.coded("http://snomed.info/sct", "3457005", "Patient referral")
                        .put("text", ClaimPapers.titleOf("XML13")));
        Nodes.put(request, "authoredOn", Nodes.time(letter.moment("NGAY_RA")));
        // Decision 3176 renamed the tag of the receiving facility.
        var renamed = letter.text("MA_CSKCB_DEN");
        var to = renamed == null ? letter.text("MA_NOI_DEN") : renamed;
        if (to != null) {
            var performer = request.withArray("performer").addObject();
            performer.set("identifier", Nodes.identifier("urn:vn:cskcb", to));
            performer.put("display", to);
        }
        var reason = letter.text("CHAN_DOAN_RV");
        if (reason != null) {
            request.withArray("reasonCode").add(Nodes.text(reason));
        }
        Nodes.note(
                request,
                ClaimTreatments.joined(
                        "\n",
                        letter.text("DAU_HIEU_LS"),
                        letter.text("TOMTAT_KQ"),
                        letter.text("PP_DIEU_TRI"),
                        letter.text("HUONG_DIEU_TRI")));
        return request;
    }
}
