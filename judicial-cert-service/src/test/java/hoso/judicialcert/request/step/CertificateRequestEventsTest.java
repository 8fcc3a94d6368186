package hoso.judicialcert.request.step;

import static hoso.judicialcert.request.lifecycle.Requests.CERTIFICATE;
import static hoso.judicialcert.request.lifecycle.Requests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import hoso.chassis.event.Event;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent;
import hoso.judicialcert.request.lifecycle.Requests;
import hoso.judicialcert.request.lifecycle.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("core")
class CertificateRequestEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    static Stream<Event> everyFact() {
        var request = Requests.unpaid();
        return Stream.of(
                        new CertificateRequestEvent.CertificateRequested(NOW),
                        new CertificateRequestEvent.FeePaid(NOW, 200_000, 0),
                        new CertificateRequestEvent.RequestAccepted(NOW),
                        new CertificateRequestEvent.RequestReferredToOfficer(NOW),
                        new CertificateRequestEvent.WaiverGranted(NOW, 0),
                        new CertificateRequestEvent.WaiverDeclined(NOW, 200_000),
                        new CertificateRequestEvent.SupplementRequested(NOW, NOW),
                        new CertificateRequestEvent.SupplementGiven(NOW),
                        new CertificateRequestEvent.DeadlineMissed(NOW, NOW),
                        new CertificateRequestEvent.RequestStopped(NOW, Status.StopReason.FEE_NOT_PAID),
                        new CertificateRequestEvent.CertificateSuperseded(
                                NOW, CERTIFICATE, new CertificateId(new java.util.UUID(3, 4))),
                        new CertificateRequestEvent.CertificateRevoked(NOW, CERTIFICATE, "UNLAWFUL"),
                        new CertificateRequestEvent.RequestDeclined(NOW),
                        new CertificateRequestEvent.RequestWithdrawn(NOW, 100_000, 0),
                        new CertificateRequestEvent.CertificateIssued(NOW, CERTIFICATE, DIGEST))
                .flatMap(fact -> CertificateRequestEvents.of(request, fact, 1).stream());
    }

    @ParameterizedTest
    @MethodSource("everyFact")
    void whatIsToldFitsItsSchemaAndHasTheMembersOfItsExample(Event event) throws IOException {
        var name = event.type().replaceAll("hoso\\.judicial-cert\\.", "");
        var told = JSON.writeValueAsString(event.data());

        assertThat(errors(name, told)).isEmpty();
        assertThat(JSON.readTree(told).properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(JSON.readTree(example(name)).properties().stream()
                        .map(java.util.Map.Entry::getKey)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("everyFact")
    void theExampleFitsTheSchema(Event event) throws IOException {
        var name = event.type().replaceAll("hoso\\.judicial-cert\\.", "");

        assertThat(errors(name, example(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyFact")
    void nothingPersonalIsTold(Event event) throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(event))
                .doesNotContain("NGHIỆM", "Nghiệm", "003185000017", "1985", "0912345678", "Xin việc");
    }

    @Test
    void anIssuedCertificateIsToldToOurServicesAndAnnouncedToAgencies() {
        var told = CertificateRequestEvents.of(
                Requests.issued(), new CertificateRequestEvent.CertificateIssued(NOW, CERTIFICATE, DIGEST), 4);

        assertThat(told)
                .extracting(Event::topic)
                .containsExactly("judicial-cert.requests.v1", "judicial-cert.certificate-issued.v1");
        assertThat(told)
                .extracting(Event::key)
                .containsExactly(Requests.issued().id().toString(), CERTIFICATE.toString());
        assertThat(told).extracting(Event::sequence).containsExactly(4L, 1L);
    }

    @Test
    void aNo2IsAnnouncedOnTopicsThatOnlyProcedureAgenciesRead() {
        var no2 = Requests.no2(Requests.issued());

        var told = java.util.stream.Stream.of(
                        new CertificateRequestEvent.CertificateIssued(NOW, CERTIFICATE, DIGEST),
                        new CertificateRequestEvent.CertificateRevoked(NOW, CERTIFICATE, "UNLAWFUL"),
                        new CertificateRequestEvent.CertificateSuperseded(NOW, CERTIFICATE, CERTIFICATE))
                .flatMap(event -> CertificateRequestEvents.of(no2, event, 4).stream())
                .map(Event::topic);

        assertThat(told)
                .containsOnly(
                        "judicial-cert.requests.v1",
                        "judicial-cert.certificate-issued-no-2.v1",
                        "judicial-cert.certificate-status-no-2.v1");
    }

    private static List<String> errors(String name, String told) throws IOException {
        var schema = Files.readString(Path.of("contract/events/" + name + ".schema.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.replaceFirst("\"\\$id\": \"[^\"]*\",", ""), InputFormat.JSON)
                .validate(told, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String example(String name) throws IOException {
        return Files.readString(Path.of("contract/examples/" + name + ".json"));
    }
}
