package hoso.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.notification.delivery.Channel;
import hoso.notification.notice.IncomingEvents.OfRecord;
import hoso.notification.notice.IncomingEvents.OfRequest;
import hoso.notification.notice.IncomingEvents.OfShare;
import hoso.notification.notice.IncomingEvents.Wanted;
import hoso.notification.template.Notice;
import hoso.notification.template.Templates;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads the golden examples of the producers with this service's own records.
@Tag("core")
class ContractsOfOthersTest {
    private final ObjectMapper json = new ObjectMapper().findAndRegisterModules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RequestAccepted",
                "RequestReferredToOfficer",
                "RequestDeclined",
                "RequestStopped",
                "WaiverGranted",
                "WaiverDeclined",
                "SupplementRequested",
                "DeadlineMissed",
                "FeePaid",
                "CertificateIssued",
                "CertificateSuperseded",
                "CertificateRevoked"
            })
    void anEventOfARequestIsUnderstood(String name) throws IOException {
        var heard = json.readValue(example("judicial-cert-service", name), OfRequest.class);

        assertThat(heard.requestId()).isNotNull();
        assertThat(heard.citizenId()).isNotNull();
        assertThat(heard.dossierCode()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VisitCorrected",
                "VisitRetracted",
                "VisitHeld",
                "FacilityAccessedFirst",
                "EmergencyAccessOpened",
                "AccessConsentRequested"
            })
    void whatHappensToARecordIsToldWithItsFacilityAndNothingOfWhatWasFound(String name) throws IOException {
        var heard = json.readValue(example("health-record-service", name), OfRecord.class);
        var notice = NotificationReader.notice(name).orElseThrow();

        var told = NotificationReader.ofRecord(notice, heard, 7, Set.of(Notice.RECORD_EMERGENCY_ACCESS));

        assertThat(told.citizen()).isEqualTo(heard.citizenId());
        assertThat(told.values().get("facility")).matches("[0-9]{2}[0-9A-Z]{3}");
        assertThat(told.channels())
                .isEqualTo(notice == Notice.RECORD_EMERGENCY_ACCESS ? Set.of(Channel.EMAIL) : Set.<Channel>of());
    }

    @Test
    void anIssuedCertificateSaysHowItIsToGoOut() throws IOException {
        var heard = json.readValue(example("judicial-cert-service", "CertificateIssued"), OfRequest.class);

        assertThat(heard.certificateId()).isNotNull();
        assertThat(heard.delivery()).isEqualTo(new Wanted(true, true));
    }

    @Test
    void aPaidFeeSaysHowMuch() throws IOException {
        assertThat(json.readValue(example("judicial-cert-service", "FeePaid"), OfRequest.class)
                        .amount())
                .isPositive();
    }

    /// What a producer tells fills the template of its notice, whatever else it tells.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "RequestStopped",
                "WaiverGranted",
                "WaiverDeclined",
                "SupplementRequested",
                "DeadlineMissed",
                "CertificateSuperseded",
                "CertificateRevoked"
            })
    void whatIsToldFillsItsLetterInBothLanguages(String name) throws IOException {
        var notice = NotificationReader.notice(name).orElseThrow();
        var heard = json.readValue(example("judicial-cert-service", name), OfRequest.class);

        var news = NotificationReader.ofRequest(notice, heard, 1, Set.of(notice));

        assertThat(news.channels()).containsExactly(Channel.EMAIL);
        var values = new HashMap<>(news.values());
        values.put("link", "http://localhost/");
        for (var language : List.of(Locale.of("vi"), Locale.ENGLISH)) {
            var letter = new Templates().render(notice, Templates.VERSION, language, values);
            assertThat(letter.text()).contains(heard.dossierCode()).doesNotContain("{", "UNLAWFUL", "FEE_NOT_PAID");
        }
    }

    @Test
    void aMissedDateIsToldWithTheNewOne() throws IOException {
        var heard = json.readValue(example("judicial-cert-service", "DeadlineMissed"), OfRequest.class);

        assertThat(NotificationReader.ofRequest(Notice.DEADLINE_MISSED, heard, 1, Set.of())
                        .values())
                .containsEntry("newDate", "17:00 07/12/2026");
    }

    @Test
    void anIntegratedRecordIsUnderstood() throws IOException {
        var heard = json.readValue(example("health-record-service", "RecordIntegrated"), OfRecord.class);

        assertThat(heard.recordId()).isNotNull();
        assertThat(heard.citizenId()).isNotNull();
    }

    @Test
    void aShareThatWasOpenedIsUnderstood() throws IOException {
        var heard = json.readValue(example("judicial-cert-service", "CertificateShareOpened"), OfShare.class);

        assertThat(heard.shareId()).isNotNull();
        assertThat(heard.citizenId()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RecordShareOpened", "RecordShareLocked", "RecordShareEnded"})
    void whatBecomesOfALinkToARecordIsUnderstood(String name) throws IOException {
        var heard = json.readValue(example("health-record-service", name), OfShare.class);

        assertThat(heard.shareId()).isNotNull();
        assertThat(heard.citizenId()).isNotNull();
    }

    private static File example(String service, String name) {
        return Path.of("..", service, "contract", "examples", name + ".v1.json").toFile();
    }
}
