package hoso.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.local.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

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
