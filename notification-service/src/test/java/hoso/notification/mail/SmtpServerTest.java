package hoso.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hoso.notification.delivery.Outcome;
import hoso.notification.mail.ScriptedServer.Script;
import hoso.notification.template.Notice;
import hoso.notification.template.Templates;
import io.quarkus.runtime.configuration.DurationConverter;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("core")
class SmtpServerTest {
    private static final UUID ID = UUID.fromString("0199aa00-0000-7000-8000-000000000001");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String LINK = "http://localhost:8080/certificates/0199aa00";

    @Test
    void aMailArrivesWithAllItNeeds() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "localhost", "smtp"));
        server.start();
        try {
            var outcome = smtp(server.getSmtp().getPort()).send(mail("lan@example.vn"));

            assertThat(outcome).isEqualTo(new Outcome.Accepted("l***@example.vn", null));
            assertThat(server.getReceivedMessages()).hasSize(1);
            var mail = server.getReceivedMessages()[0];
            assertThat(mail.getHeader("Message-ID")).containsExactly("<" + ID + "@hoso.example.vn>");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getHeader("Content-Language")).containsExactly("vi");
            assertThat(mail.getSubject()).isEqualTo("Hồ sơ G22.1: Phiếu lý lịch tư pháp đã được cấp");
            assertThat(mail.getFrom()).containsExactly(Mail.from("khong-tra-loi@hoso.example.vn", "Hồ sơ"));
            assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Hồ sơ");
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getSentDate()).isEqualTo(Instant.parse("2026-11-23T03:00:00Z"));
            var parts = (Multipart) mail.getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat(parts.getCount()).isEqualTo(2);
            assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
            assertThat(parts.getBodyPart(0).getContent().toString()).contains("Kính gửi Ông/Bà,", LINK);
            assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
            assertThat(parts.getBodyPart(1).getContent().toString()).contains("<html lang=\"vi\">");
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WELL,                     Accepted,  -,                1",
        "ACCEPTS_AND_ANSWERS_LATE, Accepted,  -,                1",
        "GREETS_WITH_554,          Postponed, smtp-554,         0",
        "NEVER_GREETS,             Postponed, smtp-away,        0",
        "GREETS_BYTE_BY_BYTE,      Postponed, smtp-away,        0",
        "GREETS_WITHOUT_END,       Postponed, smtp-away,        0",
        "SILENT_AT_HELLO,          Postponed, smtp-away,        0",
        "SILENT_AT_SENDER,         Postponed, smtp-away,        0",
        "SILENT_AT_RECIPIENT,      Postponed, smtp-away,        0",
        "SILENT_AT_DATA,           Postponed, smtp-away,        0",
        "RECIPIENT_BYTE_BY_BYTE,   Postponed, smtp-away,        0",
        "SENDER_451,               Postponed, smtp-451,         0",
        "RECIPIENT_450,            Postponed, smtp-450,         0",
        "RECIPIENT_550,            Refused,   smtp-550,         0",
        "DATA_451,                 Postponed, smtp-451,         0",
        "CUTS_AT_DATA,             Postponed, smtp-away,        0",
        "DOT_452,                  Postponed, smtp-452,         0",
        "DOT_554,                  Refused,   smtp-554,         0",
        "ACCEPTS_AND_CUTS,         Lost,      smtp-answer-lost, 1",
        "ACCEPTS_AND_IS_SILENT,    Lost,      smtp-answer-lost, 1"
    })
    void whereverAServerFailsItIsKnownWhetherItMayHaveTheMail(
            Script script, String outcome, String reason, int accepted) throws IOException {
        try (var server = new ScriptedServer(0, script)) {
            var came = smtp(server.port()).send(mail("lan@example.vn"));

            assertThat(came.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(reason(came)).isEqualTo(reason);
            assertThat(server.accepted()).hasSize(accepted);
        }
    }

    /// Nothing but the time-out of a single answer can end these: the others are an hour.
    @ParameterizedTest
    @EnumSource(
            value = Script.class,
            names = {"NEVER_GREETS", "SILENT_AT_HELLO", "SILENT_AT_SENDER", "SILENT_AT_RECIPIENT", "SILENT_AT_DATA"})
    void aServerThatHangsBeforeTheFinalDotIsGivenUpAfterTheTimeOfOneAnswer(Script script) throws IOException {
        try (var server = new ScriptedServer(0, script)) {
            var smtp = smtp(server.port(), Duration.ofMillis(500), Duration.ofHours(1), Duration.ofHours(1));

            var outcome = assertTimeoutPreemptively(PATIENCE, () -> smtp.send(mail("lan@example.vn")));

            assertThat(outcome).isEqualTo(new Outcome.Postponed("smtp-away"));
        }
    }

    /// RFC 5321 section 4.5.3.2.6: whoever gives up earlier makes two mails of one.
    @Test
    void theAnswerToTheFinalDotHasAPatienceOfItsOwn() throws IOException {
        try (var server = new ScriptedServer(0, Script.ACCEPTS_AND_ANSWERS_LATE)) {
            var smtp = smtp(server.port(), Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofHours(1));
            server.answerAfter(Duration.ofMillis(2_500));

            var outcome = smtp.send(mail("lan@example.vn"));

            assertThat(outcome).isEqualTo(new Outcome.Accepted("l***@example.vn", null));
            assertThat(server.accepted()).hasSize(1);
        }
    }

    @Test
    void theLeaseOfADeliveryIsLongerThanAllTimeOutsOfAMailTogether() throws IOException {
        var settings = new Properties();
        try (var in = SmtpServerTest.class.getResourceAsStream("/application.properties")) {
            settings.load(in);
        }
        var lookUp = Duration.ofSeconds(10);

        assertThat(time(settings, "notification.delivery.lease"))
                .isGreaterThan(time(settings, "notification.mail.connect-timeout")
                        .plus(time(settings, "notification.mail.deadline"))
                        .plus(time(settings, "notification.mail.acceptance-timeout"))
                        .plus(lookUp));
        assertThat(time(settings, "notification.mail.acceptance-timeout")).isEqualTo(Duration.ofMinutes(10));
    }

    private static Duration time(Properties settings, String name) {
        return DurationConverter.parseDuration(settings.getProperty(name));
    }

    @Test
    void aServerThatIsNotThereSurelyHasNothing() throws IOException {
        final int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(smtp(port).send(mail("lan@example.vn"))).isEqualTo(new Outcome.Postponed("smtp-away"));
    }

    @ParameterizedTest
    @CsvSource({
        "lan@example.vn,                        true",
        "lan.nguyen+hoso@xn--hs-3ya8001a.vn,    true",
        "'lan@example.vn\r\nBcc: b@example.vn', false",
        "'lan@example.vn, b@example.vn',        false",
        "lan@exa mple.vn,                       false",
        "lân@example.vn,                        false"
    })
    void onlyOneBareAddressIsSafe(String address, boolean isSafe) {
        assertThat(new Mailbox(address).isSafe()).isEqualTo(isSafe);
    }

    @Test
    void aMailboxShowsItsOwnerEnoughAndNobodyElseMore() {
        assertThat(new Mailbox("lan@example.vn").masked()).isEqualTo("l***@example.vn");
        assertThat(new Mailbox("lan@example.vn")).hasToString("Mailbox[***]");
    }

    private static String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> "-";
            case Outcome.Refused(var reason) -> reason;
            case Outcome.Postponed(var reason) -> reason;
            case Outcome.Lost(var reason) -> reason;
        };
    }

    private static Mail mail(String to) {
        var text = new Templates()
                .render(
                        Notice.CERTIFICATE_ISSUED,
                        Templates.VERSION,
                        Locale.of("vi"),
                        Map.of("dossierCode", "G22.1", "link", LINK));
        return new Mail(
                ID,
                Mail.from("khong-tra-loi@hoso.example.vn", "Hồ sơ"),
                new Mailbox(to),
                Locale.of("vi"),
                text,
                Instant.parse("2026-11-23T03:00:00Z"));
    }

    private static SmtpServer smtp(int port) {
        return smtp(port, Duration.ofMillis(800), Duration.ofMillis(1_500), Duration.ofMillis(800));
    }

    private static SmtpServer smtp(int port, Duration answer, Duration deadline, Duration acceptance) {
        return new SmtpServer(new SmtpServer.Settings(
                "localhost",
                port,
                false,
                null,
                null,
                "khong-tra-loi@hoso.example.vn",
                Duration.ofMillis(500),
                answer,
                deadline,
                acceptance));
    }
}
