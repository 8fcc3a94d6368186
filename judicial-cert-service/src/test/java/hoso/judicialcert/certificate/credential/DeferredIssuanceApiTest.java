package hoso.judicialcert.certificate.credential;

import static hoso.judicialcert.certificate.credential.CredentialApiTest.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class DeferredIssuanceApiTest {

    /// A wallet that asked for a certificate that is not issued yet.
    private record Waiting(Citizen holder, JsonPath request, Wallet wallet, JsonPath tokens, String transaction) {
        static Waiting forKeys(com.nimbusds.jose.jwk.ECKey... keys) {
            var holder = Citizen.somebody();
            var request = holder.requests();
            var shown = Wallet.offered(holder, "/certificate-requests/" + request.getString("requestId"));
            var wallet = Wallet.scans(shown);
            var tokens = wallet.redeems(shown.getString("txCode")).jsonPath();
            var nonce = wallet.nonce();
            var proofs =
                    List.of(keys).stream().map(key -> wallet.proof(key, nonce)).toArray(String[]::new);
            var answer = wallet.asks(tokens.getString("access_token"), proofs);
            answer.then().statusCode(202).header("Cache-Control", "no-store");
            assertThat(answer.jsonPath().getInt("interval")).isPositive();
            return new Waiting(holder, request, wallet, tokens, answer.path("transaction_id"));
        }

        Response asksAgain() {
            return wallet.asksAgain(tokens.getString("access_token"), transaction);
        }

        void isIssued() {
            Citizen.pays(request, 200_000);
            holder.waitsFor(request.getString("requestId"), "ISSUED");
        }
    }

    @Test
    void aWalletThatAskedBeforeTheFeeWasPaidGetsTheCertificateWhenItIsIssued() throws Exception {
        var keys = List.of(Wallet.key(), Wallet.key());
        var waiting = Waiting.forKeys(keys.getFirst(), keys.getLast());
        var pending = waiting.asksAgain();
        assertThat(pending.statusCode()).isEqualTo(202);
        assertThat(pending.jsonPath().getString("transaction_id")).isEqualTo(waiting.transaction);
        assertThat(pending.jsonPath().getInt("interval")).isPositive();

        waiting.isIssued();
        var handed = waiting.asksAgain();

        List<String> copies = handed.then().statusCode(200).extract().path("credentials.credential");
        assertThat(copies).hasSize(2);
        for (var i = 0; i < 2; i++) {
            var seen = Verifier.sees(
                    Wallet.shows(copies.get(i), keys.get(i), Set.of("name", "no_record"), Verifier.NAME, "n"), "n");
            assertThat(seen.path("name").asText()).isEqualTo(waiting.holder.fullName());
            assertThat(seen.path("no_record").asBoolean()).isTrue();
        }
        refused(waiting.asksAgain(), 400, "invalid_transaction_id");
    }

    @Test
    void aWalletMayWaitLongerThanItsAccessTokenLasts() {
        var waiting = Waiting.forKeys(Wallet.key());
        var fresh = waiting.wallet
                .refreshes(waiting.tokens.getString("refresh_token"))
                .jsonPath();
        refused(waiting.asksAgain(), 401, "invalid_token");

        waiting.isIssued();

        assertThat(waiting.wallet
                        .asksAgain(fresh.getString("access_token"), waiting.transaction)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRequestThatIsWithdrawnGivesNoCredential() {
        var waiting = Waiting.forKeys(Wallet.key());
        given().auth()
                .oauth2(waiting.holder.token())
                .post("/certificate-requests/" + waiting.request.getString("requestId") + "/withdrawal")
                .then()
                .statusCode(200);

        refused(waiting.asksAgain(), 400, "credential_request_denied");
        refused(
                waiting.wallet.asks(waiting.tokens.getString("access_token"), waiting.wallet.proof(Wallet.key())),
                400,
                "credential_request_denied");
        Wallet.offer(
                        waiting.holder,
                        "/certificate-requests/" + waiting.request.getString("requestId"),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("reason", org.hamcrest.Matchers.equalTo("NOT_ISSUED"));
    }

    @Test
    void aTokenOfAnotherOfferOpensNothing() {
        var one = Waiting.forKeys(Wallet.key());
        var other = Waiting.forKeys(Wallet.key());
        one.isIssued();

        refused(
                other.wallet.asksAgain(other.tokens.getString("access_token"), one.transaction),
                400,
                "invalid_transaction_id");

        assertThat(one.asksAgain().statusCode()).isEqualTo(200);
    }

    @Test
    void twoWhoAskAtOnceGetItOnce() throws Exception {
        var waiting = Waiting.forKeys(Wallet.key());
        waiting.isIssued();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var askers = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(_ -> () -> waiting.asksAgain().statusCode())
                    .toList();
            assertThat(threads.invokeAll(askers).stream()
                            .map(one -> one.resultNow())
                            .filter(status -> status == 200))
                    .hasSize(1);
        }
    }

    @Test
    void theRequestOfSomebodyElseCannotBeOffered() {
        var request = Citizen.somebody().requests().getString("requestId");

        var answer = Wallet.offer(
                Citizen.somebody(),
                "/certificate-requests/" + request,
                UUID.randomUUID().toString());

        assertThat(answer.statusCode()).isEqualTo(404);
    }
}
