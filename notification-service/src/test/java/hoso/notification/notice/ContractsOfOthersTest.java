package hoso.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.notification.notice.HeardWire.OfRecord;
import hoso.notification.notice.HeardWire.OfRequest;
import hoso.notification.notice.HeardWire.OfShare;
import hoso.notification.notice.HeardWire.Wanted;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads the golden examples of the producers with this service's own records.
class ContractsOfOthersTest {
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {"RequestAccepted", "RequestReferredToOfficer", "RequestDeclined", "FeePaid", "CertificateIssued"
            })
    void anEventOfARequestIsUnderstood(String name) throws IOException {
        var heard = json.readValue(example("judicial-cert-service", name), OfRequest.class);

        assertThat(heard.requestId()).isNotNull();
        assertThat(heard.citizenId()).isNotNull();
        assertThat(heard.dossierCode()).isNotEmpty();
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

    private static File example(String service, String name) {
        return Path.of("..", service, "contract", "examples", name + ".v1.json").toFile();
    }
}
