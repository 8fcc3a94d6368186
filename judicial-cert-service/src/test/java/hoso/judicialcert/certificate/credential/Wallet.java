package hoso.judicialcert.certificate.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import hoso.chassis.testing.TestClock;
import hoso.judicialcert.Citizen;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A wallet that takes the standard at its word: every step from the text of OpenID4VCI 1.0, every address from the
/// metadata.
final class Wallet {
    private final String issuer;
    private final JsonPath metadata;
    private final String configuration;
    private final String code;

    private Wallet(JsonPath offer) {
        this.issuer = offer.getString("credential_issuer");
        this.configuration = offer.getString("credential_configuration_ids[0]");
        this.code =
                offer.getString("grants.'urn:ietf:params:oauth:grant-type:pre-authorized_code'.'pre-authorized_code'");
        this.metadata = wellKnown("openid-credential-issuer");
        assertThat(metadata.getString("credential_issuer")).isEqualTo(issuer);
        assertThat(metadata.getMap("credential_configurations_supported")).containsKey(configuration);
    }

    /// An offer as the app shows it to the holder.
    static JsonPath offered(Citizen holder, String path) {
        return offer(holder, path, UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    static Response offer(Citizen holder, String path, String key) {
        return given().auth()
                .oauth2(holder.token())
                .header("Idempotency-Key", key)
                .post(path + "/credential-offers");
    }

    /// Scans the link.
    static Wallet scans(JsonPath shown) {
        var link = shown.getString("link");
        assertThat(link).startsWith("openid-credential-offer://?credential_offer_uri=");
        var uri = URLDecoder.decode(link.substring(link.indexOf('=') + 1), StandardCharsets.UTF_8);
        return new Wallet(
                given().get(local(uri)).then().statusCode(200).extract().jsonPath());
    }

    String issuer() {
        return issuer;
    }

    /// What the issuer publishes under a well-known name.
    JsonPath wellKnown(String name) {
        return given().get("/.well-known/" + name)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    Response redeems(String txCode) {
        return token(Map.of("grant_type", grant(), "pre-authorized_code", code, "tx_code", txCode));
    }

    Response refreshes(String token) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    Response token(Map<String, String> form) {
        return given().contentType("application/x-www-form-urlencoded")
                .formParams(form)
                .post(local(wellKnown("oauth-authorization-server").getString("token_endpoint")));
    }

    static String grant() {
        return "urn:ietf:params:oauth:grant-type:pre-authorized_code";
    }

    /// Redeems with the right code.
    String access(JsonPath shown) {
        return redeems(shown.getString("txCode"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .path("access_token");
    }

    String nonce() {
        return given().post(local(metadata.getString("nonce_endpoint")))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .path("c_nonce");
    }

    Response asks(String access, String... proofs) {
        return asks(access, Map.of("credential_configuration_id", configuration, "proofs", Map.of("jwt", proofs)));
    }

    Response asks(String access, Map<String, Object> body) {
        return post("credential_endpoint", access, body);
    }

    Response asksAgain(String access, String transaction) {
        return post("deferred_credential_endpoint", access, Map.of("transaction_id", transaction));
    }

    Response tells(String access, String notification, String event) {
        return post("notification_endpoint", access, Map.of("notification_id", notification, "event", event));
    }

    private Response post(String endpoint, String access, Map<String, Object> body) {
        return given().header("Authorization", "Bearer " + access)
                .contentType("application/json")
                .body(body)
                .post(local(metadata.getString(endpoint)));
    }

    static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A proof as it should be.
    String proof(ECKey key) {
        return proof(key, nonce());
    }

    String proof(ECKey key, String nonce) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("openid4vci-proof+jwt"))
                        .jwk(key.toPublicJWK())
                        .build(),
                new JWTClaimsSet.Builder()
                        .audience(issuer)
                        .issueTime(Date.from(TestClock.now()))
                        .claim("nonce", nonce)
                        .build(),
                key);
    }

    static String sign(JWSHeader header, JWTClaimsSet claims, ECKey key) {
        try {
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Shows these claims of a credential to a verifier, and nothing else.
    static String shows(String credential, ECKey key, Set<String> claims, String verifier, String nonce) {
        var held = SDJWT.parse(credential);
        List<Disclosure> chosen = held.getDisclosures().stream()
                .filter(one ->
                        one.getClaimName() == null ? claims.contains("record") : claims.contains(one.getClaimName()))
                .toList();
        var hash = new SDJWT(held.getCredentialJwt(), chosen).getSDHash();
        var binding = sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("kb+jwt"))
                        .build(),
                new JWTClaimsSet.Builder()
                        .audience(verifier)
                        .issueTime(Date.from(TestClock.now()))
                        .claim("nonce", nonce)
                        .claim("sd_hash", hash)
                        .build(),
                key);
        return new SDJWT(held.getCredentialJwt(), chosen, binding).toString();
    }

    /// The gateway takes the prefix off.
    static String local(String address) {
        var uri = URI.create(address);
        assertThat(uri.getPath()).startsWith("/api/judicial-cert/");
        return uri.getPath().substring("/api/judicial-cert".length());
    }
}
