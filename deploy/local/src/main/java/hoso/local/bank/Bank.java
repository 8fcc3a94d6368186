package hoso.local.bank;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.local.http.Callback;
import hoso.local.http.Lifeline;
import hoso.local.http.Refused;
import hoso.local.http.Reply;
import hoso.local.http.Settings;
import hoso.local.http.Site;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// `POST /payments {qr, amount?}` pays what a VietQR code asks for and notifies the payee, signed. `POST
/// /sandbox {delayMs, times, amountDelta, down}` makes the notification late, repeated, of a wrong amount,
/// or none. Orders to pay back: see [Refunds].
public final class Bank {

    /// How the bank behaves at the moment: `times` is how often it tells of one payment, `amountDelta` in đồng.
    private record Behaviour(long delayMs, int times, long amountDelta, boolean down) {

        Behaviour changed(JsonNode wish) {
            return new Behaviour(
                    wish.path("delayMs").asLong(delayMs),
                    Math.clamp(wish.path("times").asInt(times), 0, 100),
                    wish.path("amountDelta").asLong(amountDelta),
                    wish.path("down").asBoolean(down));
        }
    }

    /// The one customer this bank has: a number that exists nowhere.
    private static final Map<String, String> PAYER =
            Map.of("bin", "970436", "account", "0099009999999", "holder", "KHACH HANG MAU");

    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Callback callback;
    private final Clock clock;
    private final AtomicLong serial;
    private final Refunds refunds;
    private final AtomicReference<Behaviour> behaviour = new AtomicReference<>(new Behaviour(200, 1, 0, false));

    private Bank(Callback callback, Clock clock) {
        this.callback = callback;
        this.clock = clock;
        // Transaction numbers go on across restarts because they start at the time of the start.
        this.serial = new AtomicLong(clock.millis());
        this.refunds = new Refunds(() -> "FT" + serial.incrementAndGet());
    }

    public static void main(String[] args) throws IOException {
        Lifeline.follow();
        var clock = Clock.systemUTC();
        var callback = new Callback(Settings.uri("BANK_CALLBACK_URL"), Settings.text("BANK_CALLBACK_SECRET"), clock);
        site(Settings.number("PORT"), callback, clock);
    }

    static Site site(int port, Callback callback, Clock clock) throws IOException {
        var bank = new Bank(callback, clock);
        return new Site(port)
                .on("POST", "/payments", call -> bank.pay(call.json()))
                .on("POST", "/refunds", bank.refunds::order)
                .on("POST", "/refund-inquiries", bank.refunds::ask)
                .on("POST", "/refund-sandbox", bank.refunds::behave)
                .on("POST", "/sandbox", call -> bank.behave(call.json()))
                .on("GET", "/sandbox", _ -> Reply.json(200, bank.behaviour.get()))
                .start();
    }

    private Reply pay(JsonNode order) {
        var now = behaviour.get();
        if (now.down) {
            throw new Refused(503, "the bank is closed");
        }
        var qr = scanned(order.path("qr").asText());
        var asked = order.has("amount")
                ? order.path("amount").asLong()
                : qr.amount().orElse(0L);
        var paid = asked + now.amountDelta;
        if (paid <= 0) {
            throw new Refused(422, "the amount is missing");
        }
        var notification = notification(qr, paid);
        callback.tell(notification, Duration.ofMillis(now.delayMs), now.times);
        return Reply.json(201, notification);
    }

    private Map<String, Object> notification(VietQr qr, long paid) {
        var notification = new LinkedHashMap<String, Object>();
        notification.put("transactionId", "FT" + serial.incrementAndGet());
        notification.put("amount", paid);
        notification.put("currency", "VND");
        notification.put("content", qr.content());
        notification.put(
                "paidAt", clock.instant().atZone(VIET_NAM).toOffsetDateTime().toString());
        notification.put("creditAccount", qr.account());
        notification.put("debitAccount", PAYER);
        return notification;
    }

    private static VietQr scanned(String code) {
        try {
            return VietQr.read(code);
        } catch (VietQr.Unreadable e) {
            throw new Refused(422, e.reason());
        }
    }

    private Reply behave(JsonNode wish) {
        return Reply.json(200, behaviour.updateAndGet(now -> now.changed(wish)));
    }
}
