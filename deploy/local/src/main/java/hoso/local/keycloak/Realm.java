package hoso.local.keycloak;

import hoso.local.http.Client;
import hoso.local.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The realm `hoso` on a running Keycloak: imported from its file, imported again when the file changed.
public final class Realm {

    /// An account of a person. `passcodeSeed` is base32, as an authenticator app takes it; `organisation` is the code
    /// of the agency that somebody on duty works for.
    public record Account(
            String username,
            String password,
            String email,
            String personId,
            int accountLevel,
            List<String> roles,
            Optional<String> organisation,
            Optional<String> passcodeSeed,
            Optional<String> fullName) {
        /// Of somebody whose name the realm need not know.
        public Account(
                String username,
                String password,
                String email,
                String personId,
                int accountLevel,
                List<String> roles,
                Optional<String> organisation,
                Optional<String> passcodeSeed) {
            this(
                    username,
                    password,
                    email,
                    personId,
                    accountLevel,
                    roles,
                    organisation,
                    passcodeSeed,
                    Optional.empty());
        }
    }

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{((?:client|realm|origin)\\.[a-z0-9.-]+)}");

    private final Client http = new Client();
    private final String keycloak;
    private final String adminPassword;

    public Realm(String keycloak, String adminPassword) {
        this.keycloak = keycloak;
        this.adminPassword = adminPassword;
    }

    /// Placeholders in the file: `${client.<id>}` the client's secret, `${origin.<name>}` an origin of our own pages,
    /// `${realm.digest}` what tells one version of all that from another.
    public void ensure(Function<String, String> valueOf) throws IOException, InterruptedException {
        var filled = filled(file(), valueOf);
        var digest = digest(filled);
        var token = adminToken();
        var there = http.get(keycloak + "/admin/realms/hoso", token);
        if (there.status() == 200
                && digest.equals(
                        there.json().path("attributes").path("hoso.digest").asText())) {
            return;
        }
        if (there.status() == 200) {
            http.delete(keycloak + "/admin/realms/hoso", token).expect(204);
        }
        var realm = filled.replace("${realm.digest}", digest).getBytes(StandardCharsets.UTF_8);
        http.post(keycloak + "/admin/realms", token, realm).expect(201);
    }

    static String filled(String file, Function<String, String> valueOf) {
        return PLACEHOLDER
                .matcher(file)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "realm.digest".equals(found.group(1)) ? found.group() : valueOf.apply(found.group(1))));
    }

    private static String file() throws IOException {
        try (InputStream in = Realm.class.getResourceAsStream("/keycloak/hoso-realm.json")) {
            if (in == null) {
                throw new IOException("keycloak/hoso-realm.json is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }

    /// Whether the account is there already.
    public boolean has(String username) throws IOException, InterruptedException {
        return !http.get(users() + "?exact=true&username=" + Client.encoded(username), adminToken())
                .expect(200)
                .json()
                .isEmpty();
    }

    public void add(Account account) throws IOException, InterruptedException {
        var token = adminToken();
        var user = new LinkedHashMap<String, Object>();
        user.put("username", account.username());
        user.put("enabled", true);
        user.put("email", account.email());
        user.put("emailVerified", true);
        // Keycloak makes the claim `name` of first and last name; Vietnamese names are told whole.
        account.fullName().ifPresent(name -> user.put("firstName", name));
        user.put("attributes", attributes(account));
        user.put("realmRoles", account.roles());
        user.put("credentials", credentials(account));
        // The partial import takes credentials and roles along, so an account is there whole or not at all.
        http.post(
                        keycloak + "/admin/realms/hoso/partialImport",
                        token,
                        Map.of("ifResourceExists", "OVERWRITE", "users", List.of(user)))
                .expect(200);
    }

    private static Map<String, List<String>> attributes(Account account) {
        var attributes = new LinkedHashMap<String, List<String>>();
        attributes.put("person_id", List.of(account.personId()));
        attributes.put("account_level", List.of(Integer.toString(account.accountLevel())));
        account.organisation().ifPresent(code -> attributes.put("org", List.of(code)));
        return attributes;
    }

    private static List<Map<String, Object>> credentials(Account account) {
        var password = Map.<String, Object>of("type", "password", "value", account.password(), "temporary", false);
        return account.passcodeSeed()
                .map(seed -> List.of(password, passcode(seed)))
                .orElse(List.of(password));
    }

    private static Map<String, Object> passcode(String seed) {
        var how = Map.of(
                "subType",
                "totp",
                "digits",
                6,
                "period",
                30,
                "algorithm",
                "HmacSHA1",
                "counter",
                0,
                "secretEncoding",
                "BASE32");
        return Map.of(
                "type",
                "otp",
                "userLabel",
                "Hồ sơ",
                "secretData",
                Json.text(Map.of("value", seed)),
                "credentialData",
                Json.text(how));
    }

    /// A token of one of our machine clients.
    public String machineToken(String clientId, String secret) throws IOException, InterruptedException {
        return token(
                "hoso", Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    private String adminToken() throws IOException, InterruptedException {
        return token(
                "master",
                Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "admin",
                        "password", adminPassword));
    }

    private String token(String realm, Map<String, String> fields) throws IOException, InterruptedException {
        return http.form(keycloak + "/realms/" + realm + "/protocol/openid-connect/token", fields)
                .expect(200)
                .json()
                .path("access_token")
                .asText();
    }

    private String users() {
        return keycloak + "/admin/realms/hoso/users";
    }
}
