package hoso.local.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.local.http.Callback;
import hoso.local.http.Client;
import hoso.local.http.Reply;
import hoso.local.http.Site;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class BankTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T03:00:00Z"), ZoneOffset.UTC);

    private static final String CODE =
            "00020101021238570010A00000072701270006970436011300110012345670208QRIBFTTA530370454062000005802VN62240820LLTP1 261123000123456304AE71";

    private final Client client = new Client();
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();

    @Test
    void thePayeeIsToldWhatWasPaidAsOftenAsTheBankRepeatsItself() throws IOException, InterruptedException {
        try (var payee = payee();
                var bank = bank(payee)) {
            client.post(url(bank, "/sandbox"), "", Map.of("delayMs", 0, "times", 2, "amountDelta", -50_000))
                    .expect(200);

            client.post(url(bank, "/payments"), "", Map.of("qr", CODE)).expect(201);

            Awaitility.await().until(() -> heard.size() == 2);
            assertThat(heard.getFirst()).isEqualTo(heard.getLast());
            assertThat(heard.getFirst().path("amount").asLong()).isEqualTo(150_000);
            assertThat(heard.getFirst().path("content").asText()).isEqualTo("LLTP1 26112300012345");
            assertThat(heard.getFirst().path("creditAccount").asText()).isEqualTo("0011001234567");
        }
    }

    @Test
    void aCodeNobodyCanReadIsNotPaid() throws IOException, InterruptedException {
        try (var payee = payee();
                var bank = bank(payee)) {
            var answer = client.post(url(bank, "/payments"), "", Map.of("qr", CODE + "0"));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void aKeyIsPaidBackOnceEvenWhenTheAnswerIsLost() throws IOException, InterruptedException {
        try (var payee = payee();
                var bank = bank(payee)) {
            var order = Map.of("key", "one", "amount", 50_000, "creditAccount", Map.of("account", "0099009999999"));
            client.post(url(bank, "/refund-inquiries"), "", Map.of("key", "one"))
                    .expect(404);
            client.post(url(bank, "/refund-sandbox"), "", Map.of("loseAnswer", true))
                    .expect(200);
            client.post(url(bank, "/refunds"), "", order).expect(504);
            client.post(url(bank, "/refund-sandbox"), "", Map.of("loseAnswer", false))
                    .expect(200);

            var asked = client.post(url(bank, "/refund-inquiries"), "", Map.of("key", "one"));
            var again = client.post(url(bank, "/refunds"), "", order);

            assertThat(asked.json().path("status").asText()).isEqualTo("PAID");
            assertThat(again.json()).isEqualTo(asked.json());
        }
    }

    @Test
    void aClosedAccountIsRefusedAndAClosedBankDoesNothing() throws IOException, InterruptedException {
        try (var payee = payee();
                var bank = bank(payee)) {
            var order = Map.of("key", "two", "amount", 50_000, "creditAccount", Map.of("account", "0099009999999"));
            client.post(url(bank, "/refund-sandbox"), "", Map.of("refuse", true))
                    .expect(200);
            client.post(url(bank, "/refunds"), "", order).expect(422);
            client.post(url(bank, "/refund-sandbox"), "", Map.of("refuse", false, "down", true))
                    .expect(200);
            client.post(url(bank, "/refunds"), "", order).expect(503);
            client.post(url(bank, "/refund-sandbox"), "", Map.of("down", false)).expect(200);

            var asked = client.post(url(bank, "/refund-inquiries"), "", Map.of("key", "two"))
                    .expect(200);
            assertThat(asked.json().path("status").asText()).isEqualTo("REFUSED");
            client.post(url(bank, "/refund-inquiries"), "", Map.of("key", "three"))
                    .expect(404);
        }
    }

    private Site payee() throws IOException {
        return new Site(0)
                .on("POST", "/bank-notifications", call -> {
                    heard.add(call.json());
                    return Reply.none();
                })
                .start();
    }

    private static Site bank(Site payee) throws IOException {
        var callback = new Callback(URI.create(url(payee, "/bank-notifications")), "secret", CLOCK);
        return Bank.site(0, callback, CLOCK);
    }

    private static String url(Site site, String path) {
        return "http://localhost:" + site.port() + path;
    }
}
