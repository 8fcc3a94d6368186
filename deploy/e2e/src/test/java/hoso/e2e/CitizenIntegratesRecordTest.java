package hoso.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A citizen integrates the health record and sees every visit that hospitals sent, once.
@Tag("e2e")
class CitizenIntegratesRecordTest {
    final RunningSystem system = Started.system();

    @Test
    void sheSeesTheVisitsThatTwoHospitalsSent() {
        var claim = Hospital.of(system, "01000")
                .sendsClaim("E2E-" + UUID.randomUUID())
                .expect(201)
                .json();
        var bundle = Hospital.of(system, "79001")
                .sendsBundle("E2E-" + UUID.randomUUID())
                .expect(201)
                .json();
        var lan = Citizen.loggedIn(system, "lan");

        var record = lan.post("health-record", "/records/me/integration", Map.of())
                .expect(200)
                .json();

        assertThat(record.path("recordId").asText()).isNotEmpty();
        assertThat(lan.get("health-record", "/records/me")
                        .expect(200)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("INTEGRATED");
        assertThat(visits(lan))
                .contains(claim.path("visitId").asText(), bundle.path("visitId").asText());
        var visit = lan.get(
                        "health-record",
                        "/records/me/visits/" + claim.path("visitId").asText())
                .expect(200)
                .json();
        assertThat(visit.path("diagnoses").findValuesAsText("code")).contains("J02.9", "I10");
        assertThat(visit.path("tests").findValuesAsText("code")).contains("WBC", "HGB");
    }

    @Test
    void theDocumentComesBackByteForByte() {
        var hospital = Hospital.of(system, "01000");
        var document = hospital.claim("E2E-" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        var visit = hospital.sends("application/xml", document)
                .expect(201)
                .json()
                .path("visitId")
                .asText();
        var lan = Citizen.loggedIn(system, "lan");
        lan.post("health-record", "/records/me/integration", Map.of()).expect(200);

        var back = lan.get("health-record", "/records/me/visits/" + visit + "/document")
                .expect(200)
                .body();

        assertThat(back).isEqualTo(document);
    }

    @Test
    void theSameVisitFromManyThreadsIsStoredOnceAndAllAreToldTheSame() throws Exception {
        var hospital = Hospital.of(system, "01000");
        var episode = "E2E-" + UUID.randomUUID();
        Callable<JsonNode> send = () -> hospital.sendsClaim(episode).expect(201).json();

        var answers = new HashSet<JsonNode>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 64).mapToObj(i -> send).toList())) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(1);
    }

    @Test
    void hostileAndWrongDocumentsAreRefusedWithAProblemThatSaysWhatToMend() {
        var hospital = Hospital.of(system, "01000");
        var bomb = """
                <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
                <GIAMDINHHS>&b;</GIAMDINHHS>
                """;
        var secret = """
                <?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><GIAMDINHHS>&f;</GIAMDINHHS>
                """;
        var replies = new ArrayList<Http.Reply>();
        for (var xml : new String[] {bomb, secret, "<GIAMDINHHS>", "", "{}", "<a>".repeat(20_000)}) {
            replies.add(hospital.sends("application/xml", xml.getBytes(StandardCharsets.UTF_8)));
        }
        replies.add(hospital.sends("application/fhir+json", "[".repeat(50_000).getBytes(StandardCharsets.UTF_8)));
        replies.add(hospital.sends("application/xml", new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2}));

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).isIn(400, 413, 422);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
            assertThat(reply.text()).doesNotContain("Exception").doesNotContain("root:");
        });
        var tooLarge = hospital.sends("application/xml", new byte[17 * 1024 * 1024]);
        assertThat(tooLarge.status()).isEqualTo(413);
    }

    @Test
    void aHospitalCannotSpeakForAnotherAndNobodyReadsWithoutTheirOwnToken() {
        var stranger = Hospital.of(system, "79001");
        var document = Hospital.of(system, "01000").claim("E2E-" + UUID.randomUUID());

        assertThat(stranger.sends("application/xml", document.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(403);
        assertThat(Http.get(system.api("health-record", "/records/me"), Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(Citizen.loggedIn(system, "hoa")
                        .get("health-record", "/records/me")
                        .status())
                .as("an account of level 1")
                .isEqualTo(403);
        var visit = Hospital.of(system, "01000")
                .sendsClaim("E2E-" + UUID.randomUUID())
                .expect(201)
                .json();
        assertThat(Citizen.loggedIn(system, "minh")
                        .get(
                                "health-record",
                                "/records/me/visits/" + visit.path("visitId").asText())
                        .status())
                .isEqualTo(404);
    }

    private static java.util.List<String> visits(Citizen citizen) {
        var seen = new ArrayList<String>();
        var path = "/records/me/visits?limit=100";
        for (var next = path; !next.isEmpty(); ) {
            var page = citizen.get("health-record", next).expect(200).json();
            seen.addAll(page.path("items").findValuesAsText("visitId"));
            next = page.path("next").isTextual()
                    ? path + "&after=" + page.path("next").asText()
                    : "";
        }
        return seen;
    }
}
