package hoso.local.register;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.local.http.Client;
import hoso.local.http.Json;
import hoso.local.http.Site;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class PopulationRegisterTest {

    private final Client client = new Client();
    private @Nullable Site register;

    @BeforeEach
    void start() throws IOException {
        register = PopulationRegister.site(0, "secret");
    }

    @AfterEach
    void end() {
        if (register != null) {
            register.close();
        }
    }

    @Test
    void aPersonIsFoundByNumber() throws IOException, InterruptedException {
        var person = lookUp("003185000017", "secret");

        assertThat(person.status()).isEqualTo(200);
        assertThat(person.json().path("fullName").asText()).isEqualTo("NGUYỄN THỊ THỬ NGHIỆM");
        assertThat(person.json().path("birthDate").asText()).isEqualTo("1985-03-17");
    }

    @Test
    void relativesAreTold() throws IOException, InterruptedException {
        var lan = lookUp("003185000017", "secret").json();

        assertThat(lan.path("relations"))
                .extracting(link -> link.path("relation").asText() + " "
                        + link.path("personalNumber").asText())
                .contains("CHILD 003217000031", "CHILD 003309000041", "SPOUSE 003083000021", "WARD 003312000071");
        assertThat(lookUp("003083000021", "secret")
                        .json()
                        .path("digitalCitizen")
                        .asBoolean())
                .isTrue();
        assertThat(lan.path("digitalCitizen").asBoolean()).isFalse();
    }

    @Test
    void everyLinkIsThereFromBothSides() throws IOException {
        var back = Map.of(
                "CHILD", "PARENT", "PARENT", "CHILD", "SPOUSE", "SPOUSE", "WARD", "GUARDIAN", "GUARDIAN", "WARD");
        var links = new HashSet<String>();
        var wanted = new HashSet<String>();
        try (var in = PopulationRegister.class.getResourceAsStream("/register/people.json")) {
            for (var person : Json.MAPPER.readTree(in)) {
                var number = person.path("personalNumber").asText();
                assertThat(number).startsWith("003");
                for (var link : person.path("relations")) {
                    var other = link.path("personalNumber").asText();
                    var relation = link.path("relation").asText();
                    links.add(number + " " + relation + " " + other);
                    wanted.add(other + " " + back.get(relation) + " " + number);
                }
            }
        }

        assertThat(links).isNotEmpty().isEqualTo(wanted);
    }

    @Test
    void nobodyIsFoundByAnUnknownNumberOrByAStranger() throws IOException, InterruptedException {
        assertThat(lookUp("003199999999", "secret").status()).isEqualTo(404);
        assertThat(lookUp("003185000017", "guess").status()).isEqualTo(401);
    }

    @Test
    void theRegisterCanBeDown() throws IOException, InterruptedException {
        client.post(url("/sandbox"), "", Map.of("down", true)).expect(200);

        assertThat(lookUp("003185000017", "secret").status()).isEqualTo(503);
    }

    private Client.Answer lookUp(String number, String secret) throws IOException, InterruptedException {
        return client.post(url("/lookups"), secret, Map.of("personalNumber", number));
    }

    private String url(String path) {
        if (register == null) {
            throw new IllegalStateException("not started");
        }
        return "http://localhost:" + register.port() + path;
    }
}
