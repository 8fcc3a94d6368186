package hoso.check.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.e2e.Http;
import hoso.e2e.RunningSystem;
import hoso.local.keycloak.Realm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds the people and clients of the check to the realm, and takes them away again. Their passwords, passcodes and
/// secrets are derived from the administrator's password, so nobody else knows them.
final class Keycloak {
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private final RunningSystem system;
    private final String admin;
    private final Realm realm;
    private final List<String> clients = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private String token = "";
    private long since;

    Keycloak(RunningSystem system) {
        this.system = system;
        this.admin = system.secret("keycloak.admin");
        this.realm = new Realm(system.url("keycloak"), admin);
    }

    /// The token of the administrator, of another realm than the one the services trust; kept for half of its minute.
    synchronized String administrator() {
        var now = System.nanoTime();
        if (token.isEmpty() || now - since > HALF_A_MINUTE.toNanos()) {
            token = newToken();
            since = now;
        }
        return token;
    }

    private String newToken() {
        var form = "grant_type=password&client_id=admin-cli&username=admin&password=" + admin;
        return token(system.url("keycloak") + "/realms/master", form);
    }

    private static String token(String issuer, String form) {
        return Http.post(
                        issuer + "/protocol/openid-connect/token",
                        Map.of("Content-Type", "application/x-www-form-urlencoded"),
                        form.getBytes(StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .path("access_token")
                .asText();
    }

    void addPerson(String username, String personId, int level, List<String> roles, Optional<String> organisation) {
        var email = username + "@example.vn";
        try {
            realm.add(new Realm.Account(
                    username,
                    "hoso-" + username,
                    email,
                    personId,
                    level,
                    roles,
                    organisation,
                    Optional.of(passcodeSeed(username))));
            people.add(username);
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not take " + username, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String passcodeSeed(String username) {
        var seed = new StringBuilder();
        for (var part : digest("passcode " + username)) {
            seed.append(BASE32.charAt(Math.floorMod(part, BASE32.length())));
        }
        return seed.toString();
    }

    /// A machine with one role and organisation at most.
    void addMachine(String id, Optional<String> role, Optional<String> organisation, String audience) {
        var client = Http.JSON
                .createObjectNode()
                .put("clientId", id)
                .put("publicClient", false)
                .put("secret", secret(id))
                .put("serviceAccountsEnabled", true)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", false);
        var mappers = client.putArray("protocolMappers");
        mappers.add(mapper("audience", "oidc-audience-mapper", Map.of("included.custom.audience", audience)));
        organisation.ifPresent(code -> mappers.add(mapper(
                "org",
                "oidc-hardcoded-claim-mapper",
                Map.of("claim.name", "org", "claim.value", code, "jsonType.label", "String"))));
        add(client);
        role.ifPresent(name -> giveRole(id, name));
    }

    private void giveRole(String client, String role) {
        var account = get("/clients/" + idOf(client) + "/service-account-user")
                .path("id")
                .asText();
        var body = Http.JSON.createArrayNode().add(get("/roles/" + role));
        send("POST", "/users/" + account + "/role-mappings/realm", body).expect(204);
    }

    /// A copy of the app's client whose access tokens last so many seconds, and which may claim a passcode of long ago.
    void addApp(String id, int lifespan, boolean isPasscodeOld) {
        var client = (ObjectNode) get("/clients/" + idOf("hoso-app")).deepCopy();
        client.remove(List.of("id", "secret"));
        client.put("clientId", id);
        ((ObjectNode) client.path("attributes")).put("access.token.lifespan", Integer.toString(lifespan));
        var mappers = Http.JSON.createArrayNode();
        client.path("protocolMappers").forEach(one -> {
            if (!isPasscodeOld || !one.path("name").asText().equals("acr_times")) {
                mappers.add(((ObjectNode) one.deepCopy()).without("id"));
            }
        });
        if (isPasscodeOld) {
            var claim = Map.of(
                    "claim.name", "acr_times", "claim.value", "{\"1\":4102444800,\"2\":1}", "jsonType.label", "JSON");
            mappers.add(mapper("acr_times", "oidc-hardcoded-claim-mapper", claim));
        }
        client.set("protocolMappers", mappers);
        add(client);
    }

    private static ObjectNode mapper(String name, String kind, Map<String, String> settings) {
        var mapper = Http.JSON
                .createObjectNode()
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("protocolMapper", kind);
        var config = mapper.putObject("config");
        config.put("access.token.claim", "true");
        settings.forEach(config::put);
        return mapper;
    }

    private void add(ObjectNode client) {
        var id = client.path("clientId").asText();
        removeClient(id);
        send("POST", "/clients", client).expect(201);
        clients.add(id);
    }

    /// A token of a machine that was added here.
    String machineToken(String client) {
        var form = "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret(client);
        return token(system.url("oidc"), form);
    }

    /// Takes everybody away who was added here.
    void clear() {
        clients.forEach(this::removeClient);
        people.forEach(username -> remove("/users", "exact=true&username=" + username));
    }

    private void removeClient(String clientId) {
        remove("/clients", "clientId=" + clientId);
    }

    /// Removes what is found there.
    private void remove(String path, String query) {
        get(path + "?" + query)
                .forEach(found -> send("DELETE", path + "/" + found.path("id").asText(), null)
                        .expect(204));
    }

    private String idOf(String client) {
        return get("/clients?clientId=" + client).path(0).path("id").asText();
    }

    private JsonNode get(String path) {
        return send("GET", path, null).expect(200).json();
    }

    private Http.Reply send(String verb, String path, @org.jspecify.annotations.Nullable JsonNode body) {
        return Http.send(
                verb,
                system.url("keycloak") + "/admin/realms/hoso" + path,
                Map.of("Authorization", "Bearer " + administrator(), "Content-Type", "application/json"),
                body == null ? new byte[0] : Http.bytes(body));
    }

    private String secret(String client) {
        return HexFormat.of().formatHex(digest("client " + client));
    }

    private byte[] digest(String purpose) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((purpose + " " + admin).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }
}
