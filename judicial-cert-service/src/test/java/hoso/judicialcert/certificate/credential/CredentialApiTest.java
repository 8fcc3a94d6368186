package hoso.judicialcert.certificate.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import hoso.judicialcert.certificate.issue.ChangeStanding;
import hoso.judicialcert.person.CertificateId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.VerificationException;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class CredentialApiTest {
    @Inject
    DataSource database;

    @Inject
    ChangeStanding recall;

    @Test
    void aHolderTakesACertificateIntoAWalletAndShowsThatThereIsNoRecordAndNothingElse() throws Exception {
        var lan = Citizen.somebody();
        var shown = Wallet.offered(lan, certificate(lan));
        var wallet = Wallet.scans(shown);
        var key = Wallet.key();

        var handed = wallet.asks(wallet.access(shown), wallet.proof(key));
        var credential = handed.then().statusCode(200).extract().<String>path("credentials[0].credential");
        var seen = Verifier.sees(Wallet.shows(credential, key, Set.of("no_record"), Verifier.NAME, "n-1"), "n-1");

        assertThat(seen.path("no_record").asBoolean()).isTrue();
        assertThat(seen.path("iss").asText()).isEqualTo(wallet.issuer());
        assertThat(seen.path("vct").asText()).endsWith("/credential-types/judicial-record-certificate-no-1");
        assertThat(names(seen)).containsExactlyInAnyOrder("iss", "vct", "iat", "cnf", "status", "no_record");
        assertThat(Verifier.status(seen)).isZero();
    }

    @Test
    void everythingTheHolderShowsIsAsItStandsOnTheCertificate() throws Exception {
        var lan = Citizen.somebody();
        var issued = lan.isIssued();
        var shown = Wallet.offered(lan, "/certificates/" + issued.getString("certificateId"));
        var wallet = Wallet.scans(shown);
        var key = Wallet.key();

        var credential = credential(wallet.asks(wallet.access(shown), wallet.proof(key)));
        var seen = Verifier.sees(
                Wallet.shows(
                        credential,
                        key,
                        Set.of("name", "birthdate", "sex", "personal_number", "dossier_code", "kind", "record"),
                        Verifier.NAME,
                        "n-2"),
                "n-2");

        assertThat(seen.path("name").asText()).isEqualTo(lan.fullName());
        assertThat(seen.path("birthdate").asText()).isEqualTo(lan.birthDate());
        assertThat(seen.path("sex").asText()).isEqualTo(lan.sex());
        assertThat(seen.path("personal_number").asText()).isEqualTo(lan.number());
        assertThat(seen.path("dossier_code").asText()).isEqualTo(issued.getString("dossierCode"));
        assertThat(seen.path("kind").asText()).isEqualTo("NO_1");
        assertThat(seen.path("record").isArray()).isTrue();
        assertThat(seen.path("record")).isEmpty();
    }

    @Test
    void aJudgmentOnTheCertificateStandsInTheCredentialToo() throws Exception {
        var minh = Citizen.somebody();
        Citizen.courtSends(minh.number(), minh.fullName(), minh.birthDate(), "77/2026/HSST")
                .then()
                .statusCode(201);
        var request = minh.requests();
        var id = request.getString("requestId");
        var shown = Wallet.offered(minh, "/certificate-requests/" + id);
        Citizen.pays(request, 200_000);
        minh.waitsFor(id, "REFERRED");
        OfficerAtDesk.somebody().claimsAndDecides(id, "ISSUE").then().statusCode(200);
        OfficerAtDesk.somebody().approves(id).then().statusCode(200);
        minh.waitsFor(id, "ISSUED");
        var wallet = Wallet.scans(shown);
        var key = Wallet.key();

        var credential = credential(wallet.asks(wallet.access(shown), wallet.proof(key)));
        var seen = Verifier.sees(
                Wallet.shows(credential, key, Set.of("no_record", "record"), Verifier.NAME, "n-6"), "n-6");

        assertThat(seen.path("no_record").asBoolean()).isFalse();
        assertThat(seen.path("record")).hasSize(1);
        assertThat(seen.path("record").path(0).path("judgment_number").asText()).isEqualTo("77/2026/HSST");
        assertThat(seen.path("record").path(0).path("penalty").asText()).isEqualTo("01 năm tù");
    }

    @Test
    void whoShowsACredentialWithoutItsKeyIsSeen() {
        var lan = Citizen.somebody();
        var shown = Wallet.offered(lan, certificate(lan));
        var wallet = Wallet.scans(shown);
        var credential = credential(wallet.asks(wallet.access(shown), wallet.proof(Wallet.key())));

        var stolen = Wallet.shows(credential, Wallet.key(), Set.of("no_record"), Verifier.NAME, "n-3");

        assertThatThrownBy(() -> Verifier.sees(stolen, "n-3")).isInstanceOf(VerificationException.class);
    }

    @Test
    void severalCopiesHaveNothingInCommonThatOthersCertificatesHaveNot() throws Exception {
        var lan = Citizen.somebody();
        var shown = Wallet.offered(lan, certificate(lan));
        var wallet = Wallet.scans(shown);
        var keys = Stream.generate(Wallet::key).limit(10).toList();
        var nonce = wallet.nonce();

        var answer = wallet.asks(
                wallet.access(shown),
                keys.stream().map(key -> wallet.proof(key, nonce)).toArray(String[]::new));
        List<String> copies = answer.then().statusCode(200).extract().path("credentials.credential");

        assertThat(copies).hasSize(10);
        var own = new HashSet<String>();
        for (var i = 0; i < copies.size(); i++) {
            var seen = Verifier.sees(
                    Wallet.shows(copies.get(i), keys.get(i), Set.of("no_record"), Verifier.NAME, "n-4"), "n-4");
            own.add(seen.path("status").toString());
            own.add(seen.path("cnf").toString());
            assertThat(seen.path("iat").asLong() % 86_400).isZero();
        }
        assertThat(own).hasSize(20);
        assertThat(copies.stream().flatMap(copy -> disclosures(copy).stream())).doesNotHaveDuplicates();
    }

    @Test
    void aRecalledCertificateIsSeenInAllItsCopiesAndHandedOutNoMore() throws Exception {
        var lan = Citizen.somebody();
        var path = certificate(lan);
        var shown = Wallet.offered(lan, path);
        var wallet = Wallet.scans(shown);
        var access = wallet.access(shown);
        var keys = List.of(Wallet.key(), Wallet.key());
        var nonce = wallet.nonce();
        List<String> copies = wallet.asks(
                        access, wallet.proof(keys.getFirst(), nonce), wallet.proof(keys.getLast(), nonce))
                .path("credentials.credential");
        var first =
                Verifier.sees(Wallet.shows(copies.getFirst(), keys.getFirst(), Set.of(), Verifier.NAME, "n-5"), "n-5");
        var second =
                Verifier.sees(Wallet.shows(copies.getLast(), keys.getLast(), Set.of(), Verifier.NAME, "n-5"), "n-5");
        assertThat(Verifier.status(first)).isZero();

        recall.revoke(new CertificateId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1))), "WRONG_CONTENT");

        await().untilAsserted(() -> assertThat(Verifier.status(first)).isOne());
        assertThat(Verifier.status(second)).isOne();
        refused(wallet.asks(access, wallet.proof(Wallet.key())), 400, "credential_request_denied");
        Wallet.offer(lan, path, UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("reason", org.hamcrest.Matchers.equalTo("DOES_NOT_COUNT"));
    }

    @Test
    void onlyTheHolderWithThePasscodeMakesAnOffer() {
        var lan = Citizen.somebody();
        var path = certificate(lan);
        var key = UUID.randomUUID().toString();

        assertThat(Wallet.offer(Citizen.somebody(), path, key).statusCode()).isEqualTo(404);
        assertThat(Wallet.offer(lan, "/certificates/" + UUID.randomUUID(), key).statusCode())
                .isEqualTo(404);
        assertThat(Wallet.offer(Citizen.somebody(), path.replace("certificates", "certificate-requests"), key)
                        .statusCode())
                .isEqualTo(404);
        assertThat(io.restassured.RestAssured.given()
                        .auth()
                        .oauth2(Tokens.citizen(lan.id(), 2, 1))
                        .header("Idempotency-Key", key)
                        .post(path + "/credential-offers")
                        .statusCode())
                .isEqualTo(401);
        assertThat(io.restassured.RestAssured.given()
                        .auth()
                        .oauth2(lan.token())
                        .post(path + "/credential-offers")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anOfferThatIsAskedForTwiceIsOneOfferAndItsSecretsLieNowhere() throws SQLException {
        var lan = Citizen.somebody();
        var path = certificate(lan);
        var key = UUID.randomUUID().toString();

        var first =
                Wallet.offer(lan, path, key).then().statusCode(201).extract().jsonPath();
        var again =
                Wallet.offer(lan, path, key).then().statusCode(201).extract().jsonPath();

        assertThat(again.getMap("")).isEqualTo(first.getMap(""));
        var link = first.getString("link");
        var reference = link.substring(link.lastIndexOf("%2F") + 3);
        for (var table : List.of("idempotency_key", "credential_offer", "outbox")) {
            assertThat(Sql.count(database, table + " t where t::text like '%" + reference + "%'"))
                    .isZero();
        }
        assertThat(Sql.count(
                        database,
                        "idempotency_key where body like '%" + first.getString("txCode") + "%' and body like '%"
                                + first.getString("offerId") + "%'"))
                .isZero();
    }

    @Test
    void anOfferEndsAfterFiveWrongCodes() {
        var lan = Citizen.somebody();
        var shown = Wallet.offered(lan, certificate(lan));
        var wallet = Wallet.scans(shown);
        var right = shown.getString("txCode");
        var wrong = right.equals("000000") ? "000001" : "000000";

        for (var i = 0; i < 5; i++) {
            refused(wallet.redeems(wrong), 400, "invalid_grant");
        }

        refused(wallet.redeems(right), 400, "invalid_grant");
    }

    @Test
    void anOfferIsRedeemedOnceAndASecondTimeEndsItsTokens() {
        var lan = Citizen.somebody();
        var shown = Wallet.offered(lan, certificate(lan));
        var wallet = Wallet.scans(shown);
        var access = wallet.access(shown);

        refused(wallet.redeems(shown.getString("txCode")), 400, "invalid_grant");

        wallet.asks(access, wallet.proof(Wallet.key()))
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    @Test
    void anOldOfferIsNoOffer() throws SQLException {
        var lan = Citizen.somebody();
        var shown = Wallet.offered(lan, certificate(lan));
        var wallet = Wallet.scans(shown);

        Sql.run(
                database,
                "update credential_offer set expires_at = now() where id = '" + shown.getString("offerId") + "'");

        refused(wallet.redeems(shown.getString("txCode")), 400, "invalid_grant");
        assertThatThrownBy(() -> Wallet.scans(shown)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "%", "&=", "a=%zz", "&", "a=%F0%28%8C%28", "=a&=b", "grant_type", "a=1&a=2"})
    void aFormThatIsNoneIsAnInvalidRequest(String form) {
        given().contentType("application/x-www-form-urlencoded")
                .body(form)
                .post("/credential/token")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/json"))
                .header("Cache-Control", "no-store")
                .body("error", equalTo("invalid_request"));
    }

    @Test
    void aTokenRequestThatIsWrongIsToldHow() {
        var lan = Citizen.somebody();
        var wallet = Wallet.scans(Wallet.offered(lan, certificate(lan)));

        refused(wallet.token(Map.of("grant_type", "authorization_code")), 400, "unsupported_grant_type");
        refused(wallet.token(Map.of("tx_code", "123456")), 400, "invalid_request");
        refused(wallet.token(Map.of("grant_type", Wallet.grant(), "pre-authorized_code", "x")), 400, "invalid_request");
        refused(
                wallet.token(Map.of("grant_type", Wallet.grant(), "pre-authorized_code", "x", "tx_code", "1")),
                400,
                "invalid_grant");
        refused(wallet.refreshes("x"), 400, "invalid_grant");
    }

    @Test
    void aNonceServesOnce() {
        var lan = Citizen.somebody();
        var shown = Wallet.offered(lan, certificate(lan));
        var wallet = Wallet.scans(shown);
        var access = wallet.access(shown);
        var key = Wallet.key();
        var proof = wallet.proof(key);
        credential(wallet.asks(access, proof));

        refused(wallet.asks(access, proof), 400, "invalid_nonce");

        credential(wallet.asks(access, wallet.proof(key)));
    }

    @Test
    void aProofThatProvesNothingIsRefused() {
        var lan = Citizen.somebody();
        var shown = Wallet.offered(lan, certificate(lan));
        var wallet = Wallet.scans(shown);
        var access = wallet.access(shown);
        var key = Wallet.key();
        var right = header(key).build();
        var now = claims(wallet);

        for (var proof : List.of(
                "no.jwt.",
                Wallet.sign(right, now.build(), Wallet.key()),
                Wallet.sign(
                        right,
                        claims(wallet).audience("https://elsewhere.example").build(),
                        key),
                Wallet.sign(
                        right,
                        claims(wallet)
                                .issueTime(Date.from(TestClock.now().minusSeconds(3_600)))
                                .build(),
                        key),
                Wallet.sign(
                        right,
                        claims(wallet)
                                .issueTime(Date.from(TestClock.now().plusSeconds(3_600)))
                                .build(),
                        key),
                Wallet.sign(
                        header(key).type(JOSEObjectType.JWT).build(),
                        claims(wallet).build(),
                        key),
                Wallet.sign(
                        header(key).jwk(null).keyID("did:example:1").build(),
                        claims(wallet).build(),
                        key),
                Wallet.sign(right, claims(wallet).claim("iat", null).build(), key),
                unsigned(wallet, key),
                offCurve(wallet, key))) {
            refused(wallet.asks(access, proof), 400, "invalid_proof");
        }
        refused(wallet.asks(access), 400, "invalid_proof");
        refused(wallet.asks(access, wallet.proof(key), wallet.proof(key)), 400, "invalid_proof");
        refused(
                wallet.asks(
                        access,
                        IntStream.range(0, 11)
                                .mapToObj(_ -> wallet.proof(Wallet.key()))
                                .toArray(String[]::new)),
                400,
                "invalid_proof");
        refused(
                wallet.asks(
                        access,
                        Wallet.sign(
                                right, claims(wallet).claim("nonce", "1.x.y").build(), key)),
                400,
                "invalid_nonce");
        refused(
                wallet.asks(
                        access,
                        Wallet.sign(right, claims(wallet).claim("nonce", null).build(), key)),
                400,
                "invalid_proof");
        credential(wallet.asks(access, wallet.proof(key)));
    }

    @Test
    void aCredentialRequestThatIsWrongIsToldHow() {
        var lan = Citizen.somebody();
        var shown = Wallet.offered(lan, certificate(lan));
        var wallet = Wallet.scans(shown);
        var access = wallet.access(shown);

        refused(wallet.asks(access, Map.of()), 400, "invalid_credential_request");
        refused(
                wallet.asks(access, Map.of("credential_configuration_id", "judicial-record-certificate-no-2")),
                400,
                "unknown_credential_configuration");
        refused(wallet.asks(access, Map.of("credential_identifier", "x")), 400, "unknown_credential_identifier");
        refused(wallet.asks("stolen", wallet.proof(Wallet.key())), 401, "invalid_token");
        refused(wallet.asks(lan.token(), wallet.proof(Wallet.key())), 401, "invalid_token");
    }

    @Test
    void anAccessTokenIsGoodForTenMinutesAndARefreshTokenServesOnce() throws SQLException {
        var lan = Citizen.somebody();
        var shown = Wallet.offered(lan, certificate(lan));
        var wallet = Wallet.scans(shown);
        var tokens = wallet.redeems(shown.getString("txCode")).jsonPath();
        Sql.run(
                database,
                "update credential_offer set access_until = now() where id = '" + shown.getString("offerId") + "'");
        refused(wallet.asks(tokens.getString("access_token"), wallet.proof(Wallet.key())), 401, "invalid_token");

        var fresh = wallet.refreshes(tokens.getString("refresh_token"));

        credential(wallet.asks(fresh.path("access_token"), wallet.proof(Wallet.key())));
        refused(wallet.refreshes(tokens.getString("refresh_token")), 400, "invalid_grant");
    }

    @Test
    void oneOfferGivesCopiesThreeTimes() {
        var lan = Citizen.somebody();
        var shown = Wallet.offered(lan, certificate(lan));
        var wallet = Wallet.scans(shown);
        var access = wallet.access(shown);

        for (var i = 0; i < 3; i++) {
            credential(wallet.asks(access, wallet.proof(Wallet.key())));
        }

        refused(wallet.asks(access, wallet.proof(Wallet.key())), 400, "credential_request_denied");
    }

    @Test
    void aWalletTellsWhatBecameOfItsCopies() {
        var lan = Citizen.somebody();
        var shown = Wallet.offered(lan, certificate(lan));
        var wallet = Wallet.scans(shown);
        var access = wallet.access(shown);
        var notification = wallet.asks(access, wallet.proof(Wallet.key())).<String>path("notification_id");

        for (var i = 0; i < 2; i++) {
            wallet.tells(access, notification, "credential_accepted").then().statusCode(204);
        }

        refused(wallet.tells(access, "other", "credential_accepted"), 400, "invalid_notification_id");
        refused(wallet.tells(access, notification, "sold"), 400, "invalid_notification_request");
        refused(wallet.tells("stolen", notification, "credential_accepted"), 401, "invalid_token");
    }

    @Test
    void theIssuerTellsWalletsAndVerifiersAboutItself() {
        var lan = Citizen.somebody();
        var wallet = Wallet.scans(Wallet.offered(lan, certificate(lan)));
        var configuration = "credential_configurations_supported.'judicial-record-certificate-no-1'.";

        var metadata = wallet.wellKnown("openid-credential-issuer");
        var server = wallet.wellKnown("oauth-authorization-server");
        var keys = wallet.wellKnown("jwt-vc-issuer");
        var type = io.restassured.RestAssured.given()
                .get(Wallet.local(metadata.getString(configuration + "vct")))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(metadata.getString(configuration + "format")).isEqualTo("dc+sd-jwt");
        assertThat(metadata.getList(configuration + "credential_metadata.claims.path[0]"))
                .isEqualTo(type.getList("claims.path[0]"));
        assertThat(metadata.getInt("batch_credential_issuance.batch_size")).isEqualTo(10);
        assertThat(server.getString("issuer")).isEqualTo(wallet.issuer());
        assertThat(server.getBoolean("'pre-authorized_grant_anonymous_access_supported'"))
                .isTrue();
        assertThat(keys.getString("issuer")).isEqualTo(wallet.issuer());
        assertThat(keys.getString("jwks.keys[0].kty")).isEqualTo("EC");
        assertThat(type.getString("vct")).isEqualTo(metadata.getString(configuration + "vct"));
        assertThat(type.getList("display.locale")).contains("vi-VN", "en-US");
    }

    private static String certificate(Citizen holder) {
        return "/certificates/" + holder.isIssued().getString("certificateId");
    }

    private static JWSHeader.Builder header(ECKey key) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("openid4vci-proof+jwt"))
                .jwk(key.toPublicJWK());
    }

    private static JWTClaimsSet.Builder claims(Wallet wallet) {
        return new JWTClaimsSet.Builder()
                .audience(wallet.issuer())
                .issueTime(Date.from(TestClock.now()))
                .claim("nonce", wallet.nonce());
    }

    private static String unsigned(Wallet wallet, ECKey key) {
        var parts = wallet.proof(key).split("\\.", -1);
        return encoded("{\"alg\":\"none\",\"typ\":\"openid4vci-proof+jwt\",\"jwk\":"
                        + key.toPublicJWK().toJSONString() + "}")
                + "." + parts[1] + ".";
    }

    /// A key that is no point of the curve, as in attacks that learn private keys.
    private static String offCurve(Wallet wallet, ECKey key) {
        var parts = wallet.proof(key).split("\\.", -1);
        var bent = key.toPublicJWK()
                .toJSONString()
                .replace(key.getY().toString(), key.getX().toString());
        return encoded("{\"alg\":\"ES256\",\"typ\":\"openid4vci-proof+jwt\",\"jwk\":" + bent + "}") + "." + parts[1]
                + "." + parts[2];
    }

    private static String encoded(String text) {
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String credential(Response answer) {
        return answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .path("credentials[0].credential");
    }

    static void refused(Response answer, int status, String error) {
        assertThat(answer.jsonPath().getString("error")).isEqualTo(error);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    private static List<String> disclosures(String credential) {
        var parts = credential.split("~", -1);
        return List.of(parts).subList(1, parts.length - 1);
    }

    private static List<String> names(com.fasterxml.jackson.databind.JsonNode claims) {
        return claims.properties().stream().map(Map.Entry::getKey).toList();
    }
}
