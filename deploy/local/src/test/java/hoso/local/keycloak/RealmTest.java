package hoso.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.local.http.Json;
import hoso.local.seed.DemoOfficer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class RealmTest {

    private final JsonNode realm = realm();

    @Test
    void noSecretStandsInTheFile() {
        assertThat(realm.path("clients"))
                .filteredOn(client -> client.has("secret"))
                .isNotEmpty()
                .allSatisfy(client -> assertThat(client.path("secret").asText())
                        .isEqualTo("${client." + client.path("clientId").asText() + "}"));
    }

    @Test
    void everySecretAndOriginIsFilledIn() throws IOException {
        var filled = Json.MAPPER.readTree(Realm.filled(realm.toString(), name -> "value-of-" + name));

        assertThat(filled.path("clients"))
                .noneMatch(client -> client.path("secret").asText().contains("${"));
        assertThat(client(filled, "court-hanoi").path("secret").asText()).isEqualTo("value-of-client.court-hanoi");
        assertThat(client(filled, "hoso-app").path("webOrigins").toString()).doesNotContain("${");
        assertThat(filled.path("attributes").path("hoso.digest").asText()).isEqualTo("${realm.digest}");
    }

    @Test
    void nobodyGetsATokenForAPasswordAndTheAppMustProveItsCode() {
        assertThat(realm.path("clients"))
                .noneMatch(client -> client.path("directAccessGrantsEnabled").asBoolean());
        assertThat(client(realm, "hoso-app")
                        .path("attributes")
                        .path("pkce.code.challenge.method")
                        .asText())
                .isEqualTo("S256");
    }

    /// A token that outlives the session would outlive a log-out and a lost telephone.
    @Test
    void theAppGetsNoOfflineToken() {
        assertThat(client(realm, "hoso-app").path("optionalClientScopes").isArray())
                .isTrue();
        assertThat(client(realm, "hoso-app").path("optionalClientScopes")).isEmpty();
        assertThat(client(realm, "hoso-app").path("defaultClientScopes").toString())
                .doesNotContain("offline_access");
    }

    @Test
    void theTimeOfThePasscodeIsAClaimOfItsOwn() {
        var mapper = mapper(client(realm, "hoso-app"), "acr_times");

        assertThat(mapper.path("protocolMapper").asText()).isEqualTo("oidc-usersessionmodel-note-mapper");
        // Keycloak's Constants.LOA_MAP: for each level the second at which it was last proven.
        assertThat(mapper.path("config").path("user.session.note").asText()).isEqualTo("loa-map");
        assertThat(mapper.path("config").path("claim.name").asText()).isEqualTo("acr_times");
        assertThat(mapper.path("config").path("access.token.claim").asText()).isEqualTo("true");
        assertThat(mapper.path("config").path("id.token.claim").asText()).isEqualTo("true");
    }

    @Test
    void aLogInComesBackToOneExactAddressOfOurPages() throws IOException {
        var filled = Json.MAPPER.readTree(Realm.filled(realm.toString(), name -> switch (name) {
            case "origin.localhost" -> "http://localhost:8080";
            case "origin.loopback" -> "http://127.0.0.1:8080";
            default -> "x";
        }));

        assertThat(client(filled, "hoso-app").path("redirectUris"))
                .extracting(JsonNode::asText)
                .containsExactly("http://localhost:8080/", "http://127.0.0.1:8080/");
        assertThat(filled.path("clients"))
                .noneMatch(client -> client.path("redirectUris").toString().contains("*"));
    }

    @Test
    void whatAnAdministratorDoesIsWrittenDownWithoutPersonalDetails() {
        assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("adminEventsDetailsEnabled").asBoolean(true)).isFalse();
    }

    @Test
    void theClientThatKeycloakMakesForPasswordGrantsIsClosed() {
        var client = client(realm, "admin-cli");

        assertThat(client.path("enabled").asBoolean(true)).isFalse();
        assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
    }

    @Test
    void everyMachineHasExactlyOneRole() {
        var machines = StreamSupport.stream(realm.path("clients").spliterator(), false)
                .filter(client -> client.path("serviceAccountsEnabled").asBoolean())
                .map(client -> client.path("clientId").asText())
                .toList();

        assertThat(realm.path("users"))
                .extracting(user -> user.path("serviceAccountClientId").asText())
                .containsExactlyInAnyOrderElementsOf(machines);
        assertThat(realm.path("users")).allMatch(user -> user.path("realmRoles").size() == 1);
    }

    @Test
    void everyMachineButOurOwnAndEveryOfficerTellsTheirOrganisation() throws IOException {
        var machines = StreamSupport.stream(realm.path("users").spliterator(), false)
                .filter(user -> !"service".equals(user.path("realmRoles").get(0).asText()))
                .map(user -> client(realm, user.path("serviceAccountClientId").asText()))
                .toList();

        assertThat(machines).isNotEmpty().allSatisfy(machine -> {
            var org = mapper(machine, "org");
            assertThat(org.path("protocolMapper").asText()).isEqualTo("oidc-hardcoded-claim-mapper");
            assertThat(org.path("config").path("claim.value").asText()).isNotBlank();
        });
        assertThat(mapper(client(realm, "agency-investigation"), "org")
                        .path("config")
                        .path("claim.value")
                        .asText())
                .isEqualTo("CQDT-HN");
        var ofPeople = mapper(client(realm, "hoso-app"), "org");
        assertThat(ofPeople.path("protocolMapper").asText()).isEqualTo("oidc-usermodel-attribute-mapper");
        assertThat(ofPeople.path("config").path("user.attribute").asText()).isEqualTo("org");
        assertThat(ofPeople.path("config").path("access.token.claim").asText()).isEqualTo("true");
        var code = Pattern.compile(attribute("org")
                .path("validations")
                .path("pattern")
                .path("pattern")
                .asText());
        assertThat(DemoOfficer.ALL)
                .extracting(DemoOfficer::organisation)
                .containsExactly("H26", "H26", "G01", "79001", "79001")
                .allMatch(code.asMatchPredicate());
    }

    @Test
    void whatATokenSaysOfAPersonOnlyAnAdministratorWrites() throws IOException {
        for (var name : List.of("person_id", "account_level", "org")) {
            assertThat(attribute(name).path("permissions").path("edit")).hasToString("[\"admin\"]");
        }
    }

    @Test
    void everyRoleOfAMachineIsARoleOfTheRealm() {
        var roles = StreamSupport.stream(realm.path("roles").path("realm").spliterator(), false)
                .map(role -> role.path("name").asText())
                .toList();

        assertThat(realm.path("users"))
                .allSatisfy(user -> assertThat(roles)
                        .contains(user.path("realmRoles").get(0).asText()));
        assertThat(roles).contains("judicial-officer", "verifier").doesNotHaveDuplicates();
    }

    private JsonNode attribute(String name) throws IOException {
        var profile = realm.path("components")
                .path("org.keycloak.userprofile.UserProfileProvider")
                .get(0)
                .path("config")
                .path("kc.user.profile.config")
                .get(0)
                .asText();
        return StreamSupport.stream(
                        Json.MAPPER.readTree(profile).path("attributes").spliterator(), false)
                .filter(attribute -> name.equals(attribute.path("name").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode mapper(JsonNode client, String name) {
        return StreamSupport.stream(client.path("protocolMappers").spliterator(), false)
                .filter(mapper -> name.equals(mapper.path("name").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode client(JsonNode realm, String id) {
        return StreamSupport.stream(realm.path("clients").spliterator(), false)
                .filter(client -> id.equals(client.path("clientId").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode realm() {
        try (var in = Realm.class.getResourceAsStream("/keycloak/hoso-realm.json")) {
            if (in == null) {
                throw new IllegalStateException("the realm file is not on the class path");
            }
            return Json.MAPPER.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
