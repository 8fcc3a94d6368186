package hoso.e2e;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// The story of the system, played against a running one: prints each step with what it got.
final class Story {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Path home;
    private final RunningSystem system;
    private final Partners partners;
    private final Narration narration;

    Story(Path home, PrintStream out) {
        this.home = home;
        this.system = RunningSystem.at(home);
        this.partners = new Partners(system);
        this.narration = new Narration(out);
    }

    void play() {
        hospitalsSendVisits();
        var lan = Citizen.loggedIn(system, "lan");
        healthRecord(lan);
        var requestId = certificate(lan);
        var pdf = document(lan, requestId);
        delivery(lan, requestId);
        verification(lan, requestId, pdf);
        new Conviction(system, partners, narration).play();
        var use = new CertificateInUse(home, system, narration, lan, requestId);
        use.agency();
        waiver(lan);
        use.share();
        use.recall(pdf);
        narration.say("\nThat was the whole story. Look around: " + system.url("gateway"));
    }

    private void hospitalsSendVisits() {
        narration.step(
                "Two hospitals send a visit each: one as claim XML (Decision 130), one as FHIR R4",
                "health-record-service");
        var episode = "DEMO-" + UUID.randomUUID();
        var hospital = Hospital.of(system, "01000");
        var first = hospital.sendsClaim(episode).expect(201).json();
        narration.told("visit " + first.path("visitId").asText() + " "
                + first.path("status").asText());
        var again = hospital.sendsClaim(episode).expect(201).json();
        narration.told("sent again after a lost answer: "
                + (again.equals(first) ? "the same answer, nothing twice" : "DIFFERENT"));
        var bundle = Hospital.of(system, "79001")
                .sendsBundle("DEMO-" + UUID.randomUUID())
                .expect(201)
                .json();
        narration.told("visit " + bundle.path("visitId").asText() + " "
                + bundle.path("status").asText() + " (FHIR)");
    }

    private void healthRecord(Citizen lan) {
        narration.step(
                "Lan logs in with her password and integrates her health record; the app asks for the passcode",
                "health-record-service");
        var record = lan.post("health-record", "/records/me/integration", java.util.Map.of())
                .expect(200)
                .json();
        narration.told("record " + record.path("recordId").asText() + " integrated at "
                + record.path("integratedAt").asText());
        var visits = lan.get("health-record", "/records/me/visits?limit=5")
                .expect(200)
                .json()
                .path("items");
        visits.forEach(visit -> narration.told(visit.path("admittedAt").asText() + "  facility "
                + visit.path("facility").asText()
                + "  " + visit.path("mainDiagnosis").path("code").asText() + " "
                + visit.path("mainDiagnosis").path("text").asText()));
        var visitId = visits.path(0).path("visitId").asText();
        var visit = lan.get("health-record", "/records/me/visits/" + visitId)
                .expect(200)
                .json();
        narration.told("one visit in full: " + visit.path("diagnoses").size() + " diagnoses, "
                + visit.path("drugs").size() + " drugs, " + visit.path("tests").size() + " tests");
    }

    private String certificate(Citizen lan) {
        narration.step(
                "She requests a judicial record certificate No. 1: pre-filled, by e-mail and by post",
                "judicial-cert-service");
        var form = lan.get("judicial-cert", "/certificate-requests/form")
                .expect(200)
                .json();
        narration.told("pre-filled: " + form.path("person").path("fullName").asText() + ", fee by today's law "
                + form.path("fee").path("amount").asText() + " đ ("
                + form.path("fee").path("rule").asText() + ")");
        var request = lan.requestsCertificate(true);
        narration.told("dossier " + request.path("dossierCode").asText() + ": "
                + request.path("statusText").asText() + ", expected by "
                + request.path("expectedAt").asText());
        var qr = request.path("fee").path("vietQr").asText();
        narration.told("VietQR " + qr);
        narration.step("She pays by scanning the code; the bank tells it late and twice", "judicial-cert-service");
        partners.bankBehaves(500, 2, 0);
        partners.pays(qr);
        partners.bankBehaves(200, 1, 0);
        var id = request.path("requestId").asText();
        narration.told("issued: certificate " + lan.certificate(id));
        return id;
    }

    private byte[] document(Citizen lan, String requestId) {
        var pdf = lan.document(lan.certificate(requestId));
        var file = home.resolve("demo-certificate.pdf");
        try {
            Files.write(file, pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        narration.told("the file is kept in " + file);
        narration.told("signed PDF, " + pdf.length / 1024 + " KiB: " + Reading.line(Reading.text(pdf), "án tích"));
        return pdf;
    }

    private void delivery(Citizen lan, String requestId) {
        narration.step(
                "It is delivered: a mail with a link (never the result), and a letter by post", "notification-service");
        var mail = Waiting.until("the mail", PATIENCE, () -> partners.mail("lan@example.vn", requestId, "đã được cấp"));
        narration.told("mail: " + mail.path("subject").asText());
        Waiting.until(
                "the letter",
                PATIENCE,
                () -> lan.certificateRequest(requestId).path("status").asText().equals("DELIVERED")
                        ? Optional.of(true)
                        : Optional.empty());
        narration.told(
                "letter: " + partners.letters().getLast().path("trackingNumber").asText());
        narration.told("the case as she sees it:");
        lan.certificateRequest(requestId)
                .path("timeline")
                .forEach(entry -> narration.told("  " + entry.path("at").asText() + "  "
                        + entry.path("text").asText()));
    }

    private void verification(Citizen lan, String requestId, byte[] pdf) {
        narration.step("A stranger verifies it, without an account", "judicial-cert-service");
        var verifier = new Verifier(system);
        narration.told(
                "the file as it is: " + verifier.checks(pdf).path("result").asText());
        narration.told("one byte changed: "
                + verifier.checks(Forgery.oneByteChanged(pdf)).path("result").asText());
        narration.told("the result painted over: "
                + verifier.checks(Forgery.paintedOver(pdf)).path("result").asText());
        narration.told("some other PDF: "
                + verifier.checks(Forgery.blank()).path("result").asText());
        var dossier = lan.certificateRequest(requestId).path("dossierCode").asText();
        var code = Reading.code(pdf);
        narration.told("QR code and the five fields: "
                + verifier.checks(code, dossier, "Nguyễn Thị Thử Nghiệm", "1985-03-17", "FEMALE", "003185000017")
                        .path("result")
                        .asText());
        narration.told("the same with another birth date: "
                + verifier.checks(code, dossier, "Nguyễn Thị Thử Nghiệm", "1985-03-18", "FEMALE", "003185000017")
                        .path("result")
                        .asText());
    }

    private void waiver(Citizen lan) {
        narration.step(
                "A student's fee waiver comes in through the National Public Service Portal; an officer decides on the card",
                "judicial-cert-service");
        var portal = new Portal(system);
        var code = "DEMO-" + UUID.randomUUID();
        var filed = portal.files(code, "STUDENT", "003185000017", "Nguyễn Thị Thử Nghiệm", "1985-03-17");
        narration.told("the portal is told: "
                + portal.sees(code).path("status").path("text").path("vi").asText());
        var id = filed.path("requestId").asText();
        var request = lan.certificateRequest(id);
        narration.told(
                "Lan sees the case in her app: " + request.path("statusText").asText());
        new Officers(system).decidesWaiver(id, "GRANT", "Thẻ sinh viên còn hiệu lực");
        var due = lan.certificateRequest(id);
        narration.told("granted: " + due.path("fee").path("amount").asText() + " đ to pay ("
                + due.path("fee").path("rule").asText() + ")");
        partners.pays(due.path("fee").path("vietQr").asText());
        narration.told("issued: certificate " + lan.certificate(id));
    }

    /// Where the story stands.
    String standing() {
        return "step " + narration.step();
    }

    /// The part that does the work of this step: its log tells of it.
    String part() {
        return narration.part();
    }
}
