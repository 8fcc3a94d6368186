package hoso.local.bank;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.local.http.Call;
import hoso.local.http.Refused;
import hoso.local.http.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// `POST /refunds {key, amount, creditAccount}` pays back, a key once; `POST /refund-inquiries {key}` tells what came
/// of it. `POST /refund-sandbox {delayMs, down, refuse, pending, loseAnswer}` makes the bank slow, closed, unwilling,
/// undecided, or silent after it has paid.
final class Refunds {

    private static final Map<String, String> REFUSED = Map.of("status", "REFUSED", "reason", "ACCOUNT_CLOSED");

    private record Behaviour(long delayMs, boolean down, boolean refuse, boolean pending, boolean loseAnswer) {

        Behaviour changed(JsonNode wish) {
            return new Behaviour(
                    wish.path("delayMs").asLong(delayMs),
                    wish.path("down").asBoolean(down),
                    wish.path("refuse").asBoolean(refuse),
                    wish.path("pending").asBoolean(pending),
                    wish.path("loseAnswer").asBoolean(loseAnswer));
        }
    }

    private record Order(long amount, String account, String transaction) {}

    private final Supplier<String> transactions;
    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Behaviour> behaviour =
            new AtomicReference<>(new Behaviour(0, false, false, false, false));

    Refunds(Supplier<String> transactions) {
        this.transactions = transactions;
    }

    Reply order(Call call) throws InterruptedException {
        var now = open();
        var body = call.json();
        var key = body.path("key").asText();
        var amount = body.path("amount").asLong();
        var account = body.path("creditAccount").path("account").asText();
        if (key.isEmpty() || amount <= 0 || account.isEmpty()) {
            throw new Refused(400, "key, amount or creditAccount is missing");
        }
        if (now.refuse) {
            refused.add(key);
            return Reply.json(422, REFUSED);
        }
        var order = orders.computeIfAbsent(key, _ -> new Order(amount, account, transactions.get()));
        if (order.amount != amount || !order.account.equals(account)) {
            throw new Refused(409, "the key belongs to another order");
        }
        if (now.loseAnswer) {
            throw new Refused(504, "the answer was lost");
        }
        return told(order, now);
    }

    Reply ask(Call call) throws InterruptedException {
        var now = open();
        var key = call.json().path("key").asText();
        var order = orders.get(key);
        if (order == null) {
            return refused.contains(key) ? Reply.json(200, REFUSED) : Reply.refusal(404, "no such order");
        }
        return told(order, now);
    }

    Reply behave(Call call) {
        return Reply.json(200, behaviour.updateAndGet(now -> now.changed(call.json())));
    }

    private Behaviour open() throws InterruptedException {
        var now = behaviour.get();
        Thread.sleep(now.delayMs);
        if (now.down) {
            throw new Refused(503, "the bank is closed");
        }
        return now;
    }

    private static Reply told(Order order, Behaviour now) {
        var told = new LinkedHashMap<String, Object>();
        told.put("status", now.pending ? "PENDING" : "PAID");
        told.put("transactionId", order.transaction);
        return Reply.json(now.pending ? 202 : 201, told);
    }
}
