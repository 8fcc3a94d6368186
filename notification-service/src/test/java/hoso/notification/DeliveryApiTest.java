package hoso.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.callback.SignedCallback;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.chassis.testing.Tokens;
import hoso.chassis.testing.Topic;
import hoso.notification.mail.ScriptedServer;
import hoso.notification.mail.ScriptedServer.Script;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(PartnerAddresses.class)
@Tag("edge")
class DeliveryApiTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String REQUESTS = "judicial-cert.requests.v1";
    private static final String RECORDS = "health-record.records.v1";
    private static final String DELIVERIES = "notification.deliveries.v1";
    private static final String NAME = "NGUYỄN THỊ THỬ NGHIỆM";

    @Inject
    DataSource database;

    private Partners partners;
    private ScriptedServer mail;
    private final UUID citizen = UUID.randomUUID();
    private final UUID request = UUID.randomUUID();
    private final UUID certificate = UUID.randomUUID();

    @BeforeEach
    void startPartners() throws IOException {
        partners = new Partners();
        mail = new ScriptedServer(
                ConfigProvider.getConfig().getValue("notification.mail.port", Integer.class), Script.WELL);
        partners.mailbox(citizen, "lan@example.vn");
        partners.address(certificate, NAME);
    }

    @AfterEach
    void stopPartners() {
        mail.follow(Script.WELL);
        await().atMost(PATIENCE).until(() -> count("delivery where due_at is not null") == 0);
        mail.close();
        partners.close();
    }

    @Test
    void anEventToldThreeTimesMakesOneMailOneLetterAndOneMessageInTheApp() throws Exception {
        var event = UUID.randomUUID();
        for (var time = 0; time < 3; time++) {
            tellIssued(event, true, true);
        }
        tellIssued(UUID.randomUUID(), true, true);

        awaitState("POST", "ORDERED");
        awaitState("EMAIL", "SENT");
        awaitHeardAll();

        var mails = mailsOf("CERTIFICATE_ISSUED");
        assertThat(mails).hasSize(1);
        assertThat(partners.letters()).hasSize(1);
        assertThat(inbox("vi").getList("items.notice"))
                .containsExactlyInAnyOrder("LETTER_DISPATCHED", "CERTIFICATE_ISSUED");
        var text = ((Multipart) mails.getFirst().getContent())
                .getBodyPart(0)
                .getContent()
                .toString();
        assertThat(text)
                .contains("http://localhost:8080/certificates/" + request)
                .doesNotContain(NAME);
        assertThat(((Multipart) mails.getFirst().getContent()).getCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WaiverGranted         | WAIVER_GRANTED         | , "feeDue": 100000, "currency": "VND"
            WaiverDeclined        | WAIVER_DECLINED        | , "feeDue": 200000, "currency": "VND"
            SupplementRequested   | SUPPLEMENT_REQUESTED   | , "until": "2026-12-23T10:00:00Z"
            DeadlineMissed        | DEADLINE_MISSED        | , "expectedAt": "2026-12-07T10:00:00Z"
            RequestStopped        | REQUEST_STOPPED        | , "reason": "FEE_NOT_PAID"
            RequestWithdrawn      | REQUEST_WITHDRAWN      | , "refund": 100000
            CertificateSuperseded | CERTIFICATE_SUPERSEDED | , "certificateId": "0199aa20-4b1c-7d2e-9c3f-2f6a1b8e5d10"
            CertificateRevoked    | CERTIFICATE_REVOKED    | , "certificateId": "0199aa20-4b1c-7d2e-9c3f-2f6a1b8e5d10", "reason": "UNLAWFUL"
            """)
    void aFactToldTwiceMakesOneMailAndOneMessageInTheApp(String name, String notice, String more) throws Exception {
        var event = UUID.randomUUID();
        tell(event, name, more, request);
        tell(event, name, more, request);

        awaitState("EMAIL", "SENT");
        awaitHeardAll();

        assertThat(mailsOf(notice)).hasSize(1);
        assertThat(inbox("vi").getList("items.notice")).containsExactly(notice);
        assertThat(partners.letters()).isEmpty();
    }

    @Test
    void whatBecomesOfADeliveryIsToldWithoutAnyAddress() {
        tellIssued(UUID.randomUUID(), true, true);
        awaitState("POST", "ORDERED");
        awaitState("EMAIL", "SENT");
        var letter = delivery("POST");
        scan(letter, "DELIVERED").statusCode(204);

        await().atMost(PATIENCE).until(() -> told(letter).size() == 3);

        assertThat(told(letter))
                .extracting(Topic.Published::type)
                .containsExactly(
                        "hoso.notification.DeliveryPlanned.v1",
                        "hoso.notification.DeliverySent.v1",
                        "hoso.notification.DeliveryDelivered.v1");
        assertThat(told(letter)).allSatisfy(event -> {
            assertThat(event.key()).isEqualTo(letter);
            assertThat(event.data().get("requestId").asText()).isEqualTo(request.toString());
            assertThat(event.data().get("certificateId").asText()).isEqualTo(certificate.toString());
            assertThat(event.data().get("channel").asText()).isEqualTo("POST");
            assertThat(event.data().fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(() -> example(event).fieldNames());
        });
        var number = Objects.requireNonNull(partners.letters().get(letter));
        for (var event : Topic.read(DELIVERIES)) {
            assertThat(new String(event.value(), StandardCharsets.UTF_8)).doesNotContain("@", NAME, "Ba Đình", number);
        }
    }

    @Test
    void aMailServerThatIsAwayGetsTheMailLaterAndOnce() {
        mail.follow(Script.SENDER_451);
        tellAccepted();
        await().atMost(PATIENCE).until(() -> count("delivery_attempt where reason = 'smtp-451'") > 0);

        mail.follow(Script.WELL);

        awaitState("EMAIL", "SENT");
        assertThat(mailsOf("REQUEST_ACCEPTED")).hasSize(1);
    }

    @Test
    void aMailWhoseAnswerWasLostIsSentOnceMoreUnderItsMessageIdAndThenLeftAlone() throws Exception {
        mail.follow(Script.ACCEPTS_AND_CUTS);
        tellAccepted();

        await().atMost(PATIENCE).until(() -> mailsOf("REQUEST_ACCEPTED").size() == 2);
        await().atMost(PATIENCE)
                .until(() -> count("delivery where state = 'UNKNOWN' and due_at is null and id = '" + delivery("EMAIL")
                                + "'")
                        == 1);

        var mails = mailsOf("REQUEST_ACCEPTED");
        assertThat(mails.get(0).getMessageID()).isEqualTo(mails.get(1).getMessageID());
        assertThat(mails.get(0).getMessageID()).isEqualTo("<" + delivery("EMAIL") + "@hoso.example.vn>");
    }

    @Test
    void aMailWhoseAnswerWasLostOnceIsSentAfterAll() {
        mail.follow(Script.ACCEPTS_AND_IS_SILENT);
        tellAccepted();
        awaitState("EMAIL", "UNKNOWN");

        mail.follow(Script.WELL);

        awaitState("EMAIL", "SENT");
        assertThat(mailsOf("REQUEST_ACCEPTED")).hasSize(2);
    }

    @Test
    void aMailWhoseWorkerDiedIsUnknownAndThenSentOnceMore() throws SQLException {
        var id = UUID.randomUUID();
        execute("""
                insert into delivery (id, citizen_id, subject_type, subject_id, subject_sequence, notice, template,
                    channel, template_values, state, attempts, lost, lease, due_at, planned_at, changed_at, version)
                values ('%s', '%s', 'CERTIFICATE_REQUEST', '%s', 1, 'REQUEST_ACCEPTED', 1, 'EMAIL',
                    '{"dossierCode": "G22", "link": "http://localhost/"}', 'SENDING', 1, 0, '%s',
                    now() - interval '1 second', now(), now(), 1)
                """.formatted(id, citizen, request, UUID.randomUUID()));

        awaitState("EMAIL", "SENT");

        assertThat(value("select lost from delivery where id = '" + id + "'")).isEqualTo("1");
        assertThat(mailsOf("REQUEST_ACCEPTED")).hasSize(1);
    }

    @Test
    void aMailboxThatDoesNotExistIsToldToTheCitizenWithinAMinute() {
        mail.follow(Script.RECIPIENT_550);
        tellAccepted();

        awaitState("EMAIL", "FAILED");

        deliveries().body("items.find { it.channel == 'EMAIL' }.reason", equalTo("smtp-550"));
        var email = delivery("EMAIL");
        await().atMost(PATIENCE).until(() -> told(email).size() == 2);
        assertThat(told(email).getLast().type()).isEqualTo("hoso.notification.DeliveryFailed.v1");
        assertThat(told(email).getLast().data().get("reason").asText()).isEqualTo("smtp-550");
        assertThat(inbox("vi").getList("items")).hasSize(1);
    }

    @Test
    void aCitizenWithoutMailboxIsToldInTheApp() {
        partners.mailbox(citizen, "");
        tellAccepted();

        awaitState("EMAIL", "FAILED");
        assertThat(inbox("vi").getList("items")).hasSize(1);
    }

    @Test
    void whileIdentityIsAwayTheMailWaits() {
        partners.identityIsDown(true);
        tellAccepted();
        await().atMost(PATIENCE).until(() -> count("delivery_attempt where reason = 'identity-away'") > 0);

        partners.identityIsDown(false);

        awaitState("EMAIL", "SENT");
    }

    @Test
    void anOrderWhoseAnswerWasLostIsOneLetter() {
        partners.carrierFailsAfterAccepting(2);
        tellIssued(UUID.randomUUID(), false, true);

        awaitState("POST", "ORDERED");

        assertThat(partners.orders()).hasSize(3).containsOnly(delivery("POST"));
        assertThat(partners.letters()).hasSize(1);
        deliveries()
                .body(
                        "items.find { it.channel == 'POST' }.trackingNumber",
                        equalTo(partners.letters().get(delivery("POST"))));
    }

    @Test
    void aScanThatOvertakesTheAnswerToTheOrderIsTakenIn() {
        partners.carrierFailsAfterAccepting(1);
        tellIssued(UUID.randomUUID(), false, true);
        await().atMost(PATIENCE).until(() -> !partners.letters().isEmpty());
        var letter = delivery("POST");

        // Until the attempt is noted there is no such letter, and the carrier tells again what was not taken.
        await().atMost(PATIENCE).until(() -> scan(letter, "ACCEPTED").extract().statusCode() == 204);

        awaitState("POST", "ACCEPTED");
        assertThat(partners.letters()).hasSize(1);
    }

    @Test
    void aCarrierThatGivesOutAnotherLettersNumberIsNotBelieved() {
        tellIssued(UUID.randomUUID(), false, true);
        awaitState("POST", "ORDERED");
        var first = delivery("POST");
        var number = Objects.requireNonNull(partners.letters().get(first));
        partners.carrierMixesUp(number);
        var other = UUID.randomUUID();
        tell(UUID.randomUUID(), "CertificateIssued", issued(false, true), other);

        await().atMost(PATIENCE)
                .until(() ->
                        count("delivery where subject_id = '%s' and reason = 'carrier-number-taken' and due_at is null"
                                        .formatted(other))
                                == 1);

        var mixedUp = "{\"trackingNumber\": \"%s\", \"orderReference\": \"%s\", \"status\": \"DELIVERED\"}"
                .formatted(number, UUID.randomUUID());
        scan(mixedUp, signed(mixedUp)).statusCode(404);
        assertThat(value("select state from delivery where id = '" + first + "'"))
                .isEqualTo("ORDERED");
    }

    @Test
    void scansTwiceLateAndOutOfOrderMoveALetterOnlyForward() {
        tellIssued(UUID.randomUUID(), false, true);
        awaitState("POST", "ORDERED");
        var letter = delivery("POST");

        for (var status :
                List.of("IN_TRANSIT", "ACCEPTED", "DELIVERED", "DELIVERED", "OUT_FOR_DELIVERY", "FAILED", "ACCEPTED")) {
            scan(letter, status).statusCode(204);
        }

        awaitState("POST", "DELIVERED");
        await().atMost(PATIENCE).until(() -> told(letter).size() == 3);
        assertThat(told(letter))
                .extracting(told -> told.headers().get("ce_sequence"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void onlyTheCarrierReportsScans() {
        var body = "{\"trackingNumber\": \"RR999999999VN\", \"orderReference\": \"x\", \"status\": \"DELIVERED\"}";

        scan(body, SignedCallback.sign("another-secret", TestClock.now(), bytes(body)))
                .statusCode(401);
        scan(body, SignedCallback.sign("test-callback-secret", TestClock.now().minusSeconds(900), bytes(body)))
                .statusCode(401);
        scan(body, "").statusCode(401).body("type", equalTo("/contract/problems.md#signature-invalid"));
        scan(body, signed(body)).statusCode(404);
        scan("{\"status\": ", signed("{\"status\": ")).statusCode(400);
        scan("{}", signed("{}")).statusCode(422).body("errors", hasSize(2));
        var unknownWord = "{\"trackingNumber\": \"RR999999999VN\", \"status\": \"LOST_AT_SEA\"}";
        scan(unknownWord, signed(unknownWord)).statusCode(204);
    }

    @Test
    void aRecordThatWasIntegratedIsToldToItsOwner() {
        var integrated = "{\"recordId\": \"%s\", \"citizenId\": \"%s\", \"integratedAt\": \"2026-11-23T03:00:00Z\"}"
                .formatted(request, citizen);
        Topic.publish(
                RECORDS, "hoso.health-record.RecordIntegrated.v1", request.toString(), request.toString(), integrated);

        awaitState("EMAIL", "SENT");

        assertThat(inbox("vi").getString("items[0].title")).isEqualTo("Sổ sức khỏe điện tử đã được tích hợp");
    }

    @Test
    void theInboxIsOnesOwnInOnesLanguageAndInPages() {
        for (var time = 0; time < 3; time++) {
            tell("FeePaid", ", \"amount\": 200000", UUID.randomUUID());
        }
        await().atMost(PATIENCE).until(() -> inbox("vi").getList("items").size() == 3);

        var english = inbox("en");
        assertThat(english.getString("items[0].title")).contains("was received");
        assertThat(english.getString("items[0].text")).contains("200.000 đ");
        var first = page("?limit=2");
        var second = page("?limit=2&after=" + first.getString("next"));
        assertThat(first.getList("items")).hasSize(2);
        assertThat(second.getList("items")).hasSize(1);
        assertThat(second.getString("next")).isNull();
        assertThat(second.getList("items.messageId")).doesNotContainAnyElementsOf(first.getList("items.messageId"));
        given().auth()
                .oauth2(Tokens.citizen(UUID.randomUUID()))
                .get("/inbox")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        given().get("/inbox").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.machine("hospital-01000", "facility", "01000"))
                .get("/inbox")
                .then()
                .statusCode(403);
    }

    @Test
    void noAddressIsKept() throws SQLException {
        tellIssued(UUID.randomUUID(), true, true);
        awaitState("POST", "ORDERED");
        awaitState("EMAIL", "SENT");

        var stored = everything();

        for (var canary : List.of("lan@example.vn", NAME, "912345678", "Ba Đình", "%PDF")) {
            assertThat(stored)
                    .isNotEmpty()
                    .doesNotContain(canary, HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8)));
        }
        deliveries().body("items.find { it.channel == 'EMAIL' }.recipient", equalTo("l***@example.vn"));
    }

    @Test
    void theContractIsServed() {
        given().get("/contract/problems.md").then().statusCode(200).body(containsString("## signature-invalid"));
        given().get("/contract/events/DeliverySent.v1.schema.json").then().statusCode(200);
    }

    private void tellAccepted() {
        tell("RequestAccepted", "", UUID.randomUUID());
    }

    private void tellIssued(UUID event, boolean email, boolean post) {
        tell(event, "CertificateIssued", issued(email, post), request);
    }

    private String issued(boolean email, boolean post) {
        return ", \"certificateId\": \"%s\", \"delivery\": {\"email\": %s, \"post\": %s, \"copies\": 2}"
                .formatted(certificate, email, post);
    }

    private void tell(String name, String more, UUID aboutRequest) {
        tell(UUID.randomUUID(), name, more, name.equals("FeePaid") ? aboutRequest : request);
    }

    private void tell(UUID event, String name, String more, UUID about) {
        var data = "{\"requestId\": \"%s\", \"citizenId\": \"%s\", \"dossierCode\": \"G22.99.99-261123-000001\"%s}"
                .formatted(about, citizen, more);
        Topic.publish(event, REQUESTS, "hoso.judicial-cert." + name + ".v1", about.toString(), about.toString(), data);
    }

    /// Waits until an event told last has been heard: then all before it of the same key were.
    private void awaitHeardAll() {
        var last = UUID.randomUUID();
        tell(last, "CertificateRequested", "", request);
        await().atMost(PATIENCE).until(() -> count("inbox where event_id = '" + last + "'") == 1);
    }

    private void awaitState(String channel, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(value(
                                "select string_agg(state, ',') from delivery where citizen_id = '%s' and channel = '%s' and notice <> 'LETTER_DISPATCHED'"
                                        .formatted(citizen, channel)))
                        .isEqualTo(state));
    }

    private String delivery(String channel) {
        return value(
                "select id from delivery where citizen_id = '%s' and channel = '%s' and notice <> 'LETTER_DISPATCHED'"
                        .formatted(citizen, channel));
    }

    private static List<Topic.Published> told(String delivery) {
        return Topic.read(DELIVERIES, delivery);
    }

    private List<MimeMessage> mailsOf(String notice) {
        var ids = value("select string_agg(id::text, ',') from delivery where citizen_id = '%s' and notice = '%s'"
                .formatted(citizen, notice));
        return mail.accepted().stream()
                .map(DeliveryApiTest::parse)
                .filter(parsed -> ids.contains(messageId(parsed).substring(1, 37)))
                .toList();
    }

    private static JsonNode example(Topic.Published event) {
        try {
            var name = event.type().replace("hoso.notification.", "") + ".json";
            return new ObjectMapper()
                    .readTree(Path.of("contract", "examples", name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage parse(String text) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ValidatableResponse scan(String delivery, String status) {
        if (status.startsWith("t=") || status.isEmpty()) {
            return given().contentType("application/json")
                    .headers(status.isEmpty() ? Map.of() : Map.of(SignedCallback.HEADER, status))
                    .body(bytes(delivery))
                    .post("/carrier-notifications")
                    .then();
        }
        var body =
                "{\"trackingNumber\": \"%s\", \"orderReference\": \"%s\", \"status\": \"%s\", \"at\": \"2026-11-23T10:00:00+07:00\"}"
                        .formatted(partners.letters().get(delivery), delivery, status);
        return scan(body, signed(body));
    }

    private static String signed(String body) {
        return SignedCallback.sign("test-callback-secret", TestClock.now(), bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ValidatableResponse deliveries() {
        return given().auth()
                .oauth2(Tokens.citizen(citizen))
                .get("/deliveries/me?subject=" + request)
                .then()
                .statusCode(200);
    }

    private JsonPath inbox(String language) {
        return given().auth()
                .oauth2(Tokens.citizen(citizen))
                .header("Accept-Language", language)
                .get("/inbox")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath page(String query) {
        return given().auth()
                .oauth2(Tokens.citizen(citizen))
                .get("/inbox" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private long count(String from) {
        return Long.parseLong(value("select count(*) from " + from));
    }

    private String value(String query) {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private String everything() throws SQLException {
        var all = new StringBuilder();
        try (var connection = database.getConnection()) {
            for (var table : List.of("delivery", "delivery_attempt", "outbox", "inbox")) {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        all.append(rows.getString(1));
                    }
                }
            }
        }
        return all.toString();
    }
}
