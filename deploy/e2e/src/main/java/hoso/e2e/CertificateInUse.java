package hoso.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What becomes of a certificate that was issued: an agency hears of it, its owner shows it, an officer recalls it.
record CertificateInUse(Path home, RunningSystem system, Narration narration, Citizen lan, String requestId) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    void agency() {
        narration.step("The social insurance agency hears of it on Kafka, with its own credentials", "kafka");
        var certificate = lan.certificate(requestId);
        var heard = new Agency(system, "agency-social-insurance")
                .hears(record -> certificate.equals(record.key()), PATIENCE);
        heard.stream()
                .filter(record -> certificate.equals(record.key()))
                .forEach(record -> narration.told("heard: " + record.value()));
    }

    void share() {
        narration.step(
                "Lan shows her certificate to an employer: twice, not three times, and she sees each look",
                "judicial-cert-service");
        var certificate = lan.certificate(requestId);
        var shared = Shared.by(system, lan, certificate, 2);
        narration.told("link " + shared.link().replaceFirst("#.*", "#…"));
        narration.told(
                "opened: " + shared.opened().expect(200).json().path("standing").asText());
        narration.told(
                "opened: " + shared.opened().expect(200).json().path("standing").asText());
        narration.told("a third time: " + shared.opened().status());
        shared.seen()
                .path("openings")
                .forEach(use -> narration.told("  she sees: " + use.path("at").asText() + "  "
                        + use.path("name").asText()));
    }

    void recall(byte[] pdf) {
        narration.step(
                "An officer recalls the certificate: whoever is shown it is told, on line and off line",
                "judicial-cert-service");
        var certificate = lan.certificate(requestId);
        var offline = new OfflineVerifier(system, home);
        narration.told("off line, before: " + result(offline.checks(pdf)));
        new Officers(system).revokes(certificate, "WRONG_CONTENT");
        Waiting.until(
                "the recall to be told",
                PATIENCE,
                () -> new Verifier(system).checks(pdf).path("result").asText().equals("REVOKED")
                        ? Optional.of(true)
                        : Optional.empty());
        narration.told(
                "on line: " + new Verifier(system).checks(pdf).path("result").asText());
        narration.told("off line, with a fresh status list: "
                + Waiting.until(
                        "the status list",
                        PATIENCE,
                        () -> Optional.of(result(new OfflineVerifier(system, home).checks(pdf)))
                                .filter("REVOKED"::equals)));
        narration.told("off line, with a list of before: " + result(offline.checks(pdf)) + " (its age is told)");
    }

    private static String result(String json) {
        try {
            return Http.JSON.readTree(json).path("result").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
