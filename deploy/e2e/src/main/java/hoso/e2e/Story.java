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
    private final PrintStream out;
    private int step;
    private String part = "gateway";

    Story(Path home, PrintStream out) {
        this.home = home;
        this.system = RunningSystem.at(home);
        this.partners = new Partners(system);
        this.out = out;
    }

    void play() {
        hospitalsSendVisits();
        var lan = Citizen.loggedIn(system, "lan");
        healthRecord(lan);
        var requestId = certificate(lan);
        var pdf = document(lan, requestId);
        delivery(lan, requestId);
        verification(lan, requestId, pdf);
        conviction();
        agency(lan, requestId);
        waiver(lan);
        share(lan, requestId);
        recall(lan, requestId, pdf);
        out.println("\nThat was the whole story. Look around: " + system.url("gateway"));
    }

    private void hospitalsSendVisits() {
        step(
                "Two hospitals send a visit each: one as claim XML (Decision 130), one as FHIR R4",
                "health-record-service");
        var episode = "DEMO-" + UUID.randomUUID();
        var hospital = Hospital.of(system, "01000");
        var first = hospital.sendsClaim(episode).expect(201).json();
        told("visit " + first.path("visitId").asText() + " "
                + first.path("status").asText());
        var again = hospital.sendsClaim(episode).expect(201).json();
        told("sent again after a lost answer: "
                + (again.equals(first) ? "the same answer, nothing twice" : "DIFFERENT"));
        var bundle = Hospital.of(system, "79001")
                .sendsBundle("DEMO-" + UUID.randomUUID())
                .expect(201)
                .json();
        told("visit " + bundle.path("visitId").asText() + " "
                + bundle.path("status").asText() + " (FHIR)");
    }

    private void healthRecord(Citizen lan) {
        step(
                "Lan logs in with her password and integrates her health record; the app asks for the passcode",
                "health-record-service");
        var record = lan.post("health-record", "/records/me/integration", java.util.Map.of())
                .expect(200)
                .json();
        told("record " + record.path("recordId").asText() + " integrated at "
                + record.path("integratedAt").asText());
        var visits = lan.get("health-record", "/records/me/visits?limit=5")
                .expect(200)
                .json()
                .path("items");
        visits.forEach(visit -> told(visit.path("admittedAt").asText() + "  facility "
                + visit.path("facility").asText()
                + "  " + visit.path("mainDiagnosis").path("code").asText() + " "
                + visit.path("mainDiagnosis").path("text").asText()));
        var visitId = visits.path(0).path("visitId").asText();
        var visit = lan.get("health-record", "/records/me/visits/" + visitId)
                .expect(200)
                .json();
        told("one visit in full: " + visit.path("diagnoses").size() + " diagnoses, "
                + visit.path("drugs").size() + " drugs, " + visit.path("tests").size() + " tests");
    }

    private String certificate(Citizen lan) {
        step(
                "She requests a judicial record certificate No. 1: pre-filled, by e-mail and by post",
                "judicial-cert-service");
        var form = lan.get("judicial-cert", "/certificate-requests/form")
                .expect(200)
                .json();
        told("pre-filled: " + form.path("person").path("fullName").asText() + ", fee by today's law "
                + form.path("fee").path("amount").asText() + " đ ("
                + form.path("fee").path("rule").asText() + ")");
        var request = lan.requestsCertificate(true);
        told("dossier " + request.path("dossierCode").asText() + ": "
                + request.path("statusText").asText() + ", expected by "
                + request.path("expectedAt").asText());
        var qr = request.path("fee").path("vietQr").asText();
        told("VietQR " + qr);
        step("She pays by scanning the code; the bank tells it late and twice", "judicial-cert-service");
        partners.bankBehaves(500, 2, 0);
        partners.pays(qr);
        partners.bankBehaves(200, 1, 0);
        var id = request.path("requestId").asText();
        told("issued: certificate " + lan.certificate(id));
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
        told("the file is kept in " + file);
        told("signed PDF, " + pdf.length / 1024 + " KiB: " + line(Reading.text(pdf), "án tích"));
        return pdf;
    }

    private void delivery(Citizen lan, String requestId) {
        step("It is delivered: a mail with a link (never the result), and a letter by post", "notification-service");
        var mail = Waiting.until("the mail", PATIENCE, () -> partners.mail("lan@example.vn", requestId, "đã được cấp"));
        told("mail: " + mail.path("subject").asText());
        Waiting.until(
                "the letter",
                PATIENCE,
                () -> lan.certificateRequest(requestId).path("status").asText().equals("DELIVERED")
                        ? Optional.of(true)
                        : Optional.empty());
        told("letter: " + partners.letters().getLast().path("trackingNumber").asText());
        told("the case as she sees it:");
        lan.certificateRequest(requestId)
                .path("timeline")
                .forEach(entry -> told("  " + entry.path("at").asText() + "  "
                        + entry.path("text").asText()));
    }

    private void verification(Citizen lan, String requestId, byte[] pdf) {
        step("A stranger verifies it, without an account", "judicial-cert-service");
        var verifier = new Verifier(system);
        told("the file as it is: " + verifier.checks(pdf).path("result").asText());
        told("one byte changed: "
                + verifier.checks(Forgery.oneByteChanged(pdf)).path("result").asText());
        told("the result painted over: "
                + verifier.checks(Forgery.paintedOver(pdf)).path("result").asText());
        told("some other PDF: "
                + verifier.checks(Forgery.blank()).path("result").asText());
        var dossier = lan.certificateRequest(requestId).path("dossierCode").asText();
        var code = Reading.code(pdf);
        told("QR code and the five fields: "
                + verifier.checks(code, dossier, "Nguyễn Thị Thử Nghiệm", "1985-03-17", "FEMALE", "003185000017")
                        .path("result")
                        .asText());
        told("the same with another birth date: "
                + verifier.checks(code, dossier, "Nguyễn Thị Thử Nghiệm", "1985-03-18", "FEMALE", "003185000017")
                        .path("result")
                        .asText());
    }

    private void conviction() {
        step(
                "Minh, who has an unexpunged conviction, requests one too: an officer decides, never the machine",
                "judicial-cert-service");
        var minh = Citizen.loggedIn(system, "minh");
        told("his No. 1 says: " + line(convicted(minh, "NO_1"), "án tích"));
        step("And No. 2, for himself alone: each judgment as it is in the register", "judicial-cert-service");
        var second = convicted(minh, "NO_2");
        told("his No. 2 says: " + line(second, "HS-ST"));
        told("               : " + line(second, "xóa án tích"));
    }

    /// What the certificate says in the end.
    private String convicted(Citizen minh, String kind) {
        var request = minh.requestsCertificate(kind);
        partners.pays(request.path("fee").path("vietQr").asText());
        var id = request.path("requestId").asText();
        var referred = Waiting.until(
                "the referral",
                PATIENCE,
                () -> Optional.of(minh.certificateRequest(id))
                        .filter(found -> found.path("status").asText().equals("REFERRED")));
        told("Minh's case: " + referred.path("statusText").asText());
        var others = minh.get("judicial-cert", "/certificate-requests/" + UUID.randomUUID());
        told("and somebody else's case answers him " + others.status());
        var officers = new Officers(system);
        told("the first officer sees " + officers.opens(id).path("judgments").size() + " judgment(s) and finds: "
                + officers.finds(id, "Đã đối chiếu bản án").path("status").asText());
        told("who may not approve it too: " + officers.approvesOwn(id).status());
        told("the second officer approves: "
                + officers.approves(id).path("status").asText());
        return Reading.text(minh.document(minh.certificate(id)));
    }

    private static String line(String text, String word) {
        return text.lines()
                .filter(line -> line.contains(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no line with " + word))
                .strip();
    }

    private void waiver(Citizen lan) {
        step(
                "A student's fee waiver comes in through the National Public Service Portal; an officer decides on the card",
                "judicial-cert-service");
        var portal = new Portal(system);
        var code = "DEMO-" + UUID.randomUUID();
        var filed = portal.files(code, "STUDENT", "003185000017", "Nguyễn Thị Thử Nghiệm", "1985-03-17");
        told("the portal is told: "
                + portal.sees(code).path("status").path("text").path("vi").asText());
        var id = filed.path("requestId").asText();
        var request = lan.certificateRequest(id);
        told("Lan sees the case in her app: " + request.path("statusText").asText());
        new Officers(system).decidesWaiver(id, "GRANT", "Thẻ sinh viên còn hiệu lực");
        var due = lan.certificateRequest(id);
        told("granted: " + due.path("fee").path("amount").asText() + " đ to pay ("
                + due.path("fee").path("rule").asText() + ")");
        partners.pays(due.path("fee").path("vietQr").asText());
        told("issued: certificate " + lan.certificate(id));
    }

    private void share(Citizen lan, String requestId) {
        step(
                "Lan shows her certificate to an employer: twice, not three times, and she sees each look",
                "judicial-cert-service");
        var certificate = lan.certificate(requestId);
        var shared = Shared.by(system, lan, certificate, 2);
        told("link " + shared.link().replaceFirst("#.*", "#…"));
        told("opened: " + shared.opened().expect(200).json().path("standing").asText());
        told("opened: " + shared.opened().expect(200).json().path("standing").asText());
        told("a third time: " + shared.opened().status());
        shared.seen()
                .path("openings")
                .forEach(use -> told("  she sees: " + use.path("at").asText() + "  "
                        + use.path("name").asText()));
    }

    private void recall(Citizen lan, String requestId, byte[] pdf) {
        step(
                "An officer recalls the certificate: whoever is shown it is told, on line and off line",
                "judicial-cert-service");
        var certificate = lan.certificate(requestId);
        var offline = new OfflineVerifier(system, home);
        told("off line, before: " + result(offline.checks(pdf)));
        new Officers(system).revokes(certificate, "WRONG_CONTENT");
        Waiting.until(
                "the recall to be told",
                PATIENCE,
                () -> new Verifier(system).checks(pdf).path("result").asText().equals("REVOKED")
                        ? Optional.of(true)
                        : Optional.empty());
        told("on line: " + new Verifier(system).checks(pdf).path("result").asText());
        told("off line, with a fresh status list: "
                + Waiting.until(
                        "the status list",
                        PATIENCE,
                        () -> Optional.of(result(new OfflineVerifier(system, home).checks(pdf)))
                                .filter("REVOKED"::equals)));
        told("off line, with a list of before: " + result(offline.checks(pdf)) + " (its age is told)");
    }

    private void agency(Citizen lan, String requestId) {
        step("The social insurance agency hears of it on Kafka, with its own credentials", "kafka");
        var certificate = lan.certificate(requestId);
        var heard = new Agency(system, "agency-social-insurance")
                .hears(record -> certificate.equals(record.key()), PATIENCE);
        heard.stream()
                .filter(record -> certificate.equals(record.key()))
                .forEach(record -> told("heard: " + record.value()));
    }

    private static String result(String json) {
        try {
            return Http.JSON.readTree(json).path("result").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the story stands.
    String standing() {
        return "step " + step;
    }

    /// The part that does the work of this step: its log tells of it.
    String part() {
        return part;
    }

    private void step(String text, String part) {
        step++;
        this.part = part;
        out.printf("%n%d. %s%n", step, text);
    }

    private void told(String text) {
        out.println("   " + text);
    }
}
