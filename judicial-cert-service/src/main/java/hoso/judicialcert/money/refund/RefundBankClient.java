package hoso.judicialcert.money.refund;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import hoso.chassis.callback.SignedCallback;
import hoso.chassis.http.Json;
import hoso.chassis.http.PartnerAway;
import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.fee.Payer;
import hoso.judicialcert.money.refund.Refund.Answer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Speaks to the bank over HTTP, signed as the bank signs its call-backs.
@Singleton
class RefundBankClient implements RefundBank {
    private static final String PARTNER = "bank";

    /// Why the bank does not take an order. Whatever else it finds wrong says nothing of what it may have paid.
    private static final Set<String> REASONS =
            Set.of("ACCOUNT_CLOSED", "ACCOUNT_BLOCKED", "ACCOUNT_UNKNOWN", "HOLDER_MISMATCH");
    private final Json http;
    private final ObjectMapper json;
    private final Clock clock;
    private final JudicialCertConfig config;

    RefundBankClient(Json http, ObjectMapper json, Clock clock, JudicialCertConfig config) {
        this.http = http;
        this.json = json;
        this.clock = clock;
        this.config = config;
    }

    record Order(UUID key, long amount, String currency, String debitAccount, Payer creditAccount, String content)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    record Inquiry(UUID key) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reply(
            @Nullable String status,
            @Nullable String transactionId,
            @Nullable String reason) {}

    @Override
    public Answer order(UUID key, long amount, Payer target, String transaction) {
        var order =
                new Order(key, amount, Fee.CURRENCY, config.fee().accountNumber(), target, "HOAN TRA " + transaction);
        return send("/refunds", key, order, RefundBankClient::refused);
    }

    /// A 422 here says that the question was wrong, and nothing of the order.
    @Override
    public Answer ask(UUID key) {
        return send("/refund-inquiries", key, new Inquiry(key), _ -> new Answer.NoAnswer());
    }

    private Answer send(String path, UUID key, Object message, Function<Json.Reply, Answer> unprocessable) {
        try {
            var text = json.writeValueAsString(message);
            var signature = SignedCallback.sign(
                    config.fee().callbackSecret(), clock.instant(), text.getBytes(StandardCharsets.UTF_8));
            var headers = Map.of(SignedCallback.HEADER, signature, "Idempotency-Key", key.toString());
            var reply =
                    http.post(PARTNER, URI.create(config.refund().bankUrl() + path), null, headers, new RawValue(text));
            return understood(reply, unprocessable);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (PartnerAway _) {
            return new Answer.NoAnswer();
        }
    }

    private static Answer understood(Json.Reply reply, Function<Json.Reply, Answer> unprocessable) {
        return switch (reply.status()) {
            case 200, 201, 202 -> understood(reply.as(Reply.class));
            case 404 -> new Answer.NeverHeard();
            case 422 -> unprocessable.apply(reply);
            default -> new Answer.NoAnswer();
        };
    }

    private static Answer refused(Json.Reply reply) {
        var reason = Objects.requireNonNullElse(reply.as(Reply.class).reason(), "");
        return REASONS.contains(reason) ? new Answer.Refused(reason) : new Answer.NoAnswer();
    }

    private static Answer understood(Reply reply) {
        var transaction = reply.transactionId();
        return switch (Objects.requireNonNullElse(reply.status(), "")) {
            case "PAID" -> transaction == null ? new Answer.NoAnswer() : new Answer.Paid(transaction);
            case "PENDING" -> new Answer.Pending();
            case "REFUSED" -> new Answer.Refused(Objects.requireNonNullElse(reply.reason(), "REFUSED"));
            default -> new Answer.NoAnswer();
        };
    }
}
