package hoso.local.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.local.http.Call;
import hoso.local.http.Callback;
import hoso.local.http.Json;
import hoso.local.http.Lifeline;
import hoso.local.http.Page;
import hoso.local.http.Refused;
import hoso.local.http.Reply;
import hoso.local.http.Settings;
import hoso.local.http.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /letters` (with `Idempotency-Key`) takes a letter in; its way is told by signed call-backs. `GET
/// /letters` shows the letters in a browser. `POST /sandbox {delayMs, times, outcome, hangMs, down,
/// errorAfterAccept}` makes the carrier slow, repetitive, unlucky or unreachable.
public final class PostalCarrier {

    /// How the carrier behaves at the moment: `delayMs` between two scans, `times` each scan is told,
    /// `hangMs` before an order is answered; with `errorAfterAccept` the letter is taken and the answer is
    /// lost.
    private record Behaviour(
            long delayMs, int times, String outcome, long hangMs, boolean down, boolean errorAfterAccept) {

        Behaviour changed(JsonNode wish) {
            var result = wish.path("outcome").asText(outcome);
            if (!Journey.ENDS.contains(result)) {
                throw new Refused(422, "outcome is one of " + Journey.ENDS);
            }
            return new Behaviour(
                    wish.path("delayMs").asLong(delayMs),
                    Math.clamp(wish.path("times").asInt(times), 0, 100),
                    result,
                    wish.path("hangMs").asLong(hangMs),
                    wish.path("down").asBoolean(down),
                    wish.path("errorAfterAccept").asBoolean(errorAfterAccept));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(PostalCarrier.class);

    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Map<String, String> WORDS = Map.of(
            "ACCEPTED", "Chấp nhận gửi",
            "IN_TRANSIT", "Đang vận chuyển",
            "OUT_FOR_DELIVERY", "Đang phát",
            "DELIVERED", "Phát thành công",
            "FAILED", "Phát không thành công",
            "RETURNED", "Chuyển hoàn");

    private final Letters letters;
    private final Callback callback;
    private final Clock clock;
    private final byte[] expected;
    private final ExecutorService onTheWay = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<Behaviour> behaviour =
            new AtomicReference<>(new Behaviour(1_500, 1, "DELIVERED", 0, false, false));

    private PostalCarrier(Letters letters, Callback callback, String secret, Clock clock) {
        this.letters = letters;
        this.callback = callback;
        this.clock = clock;
        this.expected = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
    }

    public static void main(String[] args) throws IOException {
        Lifeline.follow();
        var clock = Clock.systemUTC();
        var callback =
                new Callback(Settings.uri("CARRIER_CALLBACK_URL"), Settings.text("CARRIER_CALLBACK_SECRET"), clock);
        var letters = new Letters(Path.of(Settings.text("DATA")), clock);
        site(Settings.number("PORT"), letters, callback, Settings.text("CARRIER_SECRET"), clock);
    }

    static Site site(int port, Letters letters, Callback callback, String secret, Clock clock) throws IOException {
        var carrier = new PostalCarrier(letters, callback, secret, clock);
        letters.all().stream().filter(letter -> !letter.arrived()).forEach(carrier::carry);
        return new Site(port)
                .on("GET", "/", _ -> carrier.page())
                .on("POST", "/letters", carrier::take)
                .on("GET", "/letters", _ -> carrier.page())
                .on("GET", "/api/letters", _ -> Reply.json(200, carrier.list()))
                .on("GET", "/letters/*", call -> carrier.document(call.lastPart()))
                .on("POST", "/sandbox", call -> carrier.behave(call.json()))
                .on("GET", "/sandbox", _ -> Reply.json(200, carrier.behaviour.get()))
                .ending(carrier::end)
                .start();
    }

    private Reply take(Call call) throws InterruptedException {
        var now = behaviour.get();
        if (now.down) {
            throw new Refused(503, "the carrier is closed");
        }
        if (!MessageDigest.isEqual(
                expected, call.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8))) {
            throw new Refused(401, "unknown caller");
        }
        var key = call.header("Idempotency-Key")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new Refused(400, "Idempotency-Key is missing"));
        var order = order(key, call.json());
        var letter = letters.take(key, order);
        if (letter.trackingNumber().equals(order.trackingNumber())) {
            carry(letter);
        }
        Thread.sleep(now.hangMs);
        if (now.errorAfterAccept) {
            throw new Refused(500, "something failed");
        }
        return Reply.json(201, Map.of("trackingNumber", letter.trackingNumber()));
    }

    private Letter order(String key, JsonNode json) {
        var document = required(json, "documentBase64");
        try {
            if (Base64.getDecoder().decode(document).length == 0) {
                throw new Refused(422, "documentBase64 is empty");
            }
        } catch (IllegalArgumentException _) {
            throw new Refused(422, "documentBase64 is not base64");
        }
        return new Letter(
                letters.nextNumber(),
                required(json, "orderReference"),
                key,
                required(json, "recipient"),
                required(json, "phone"),
                address(json.path("address")),
                json.path("codOnDelivery").asBoolean(true),
                document,
                List.of());
    }

    private static String required(JsonNode json, String name) {
        var text = json.path(name).asText("").strip();
        if (text.isEmpty()) {
            throw new Refused(422, name + " is missing");
        }
        return text;
    }

    /// An address is a text, or an object whose `text` is what stands on the envelope.
    private static String address(JsonNode address) {
        var text = address.isObject() ? address.path("text").asText("") : address.asText("");
        if (text.isBlank()) {
            throw new Refused(422, "address is missing");
        }
        return text.strip();
    }

    /// Carries the letter through its remaining scans, told one after the other: the scans of one letter
    /// keep their order.
    private void carry(Letter letter) {
        onTheWay.execute(() -> {
            try {
                var number = letter.trackingNumber();
                var status = letter.status();
                if (!status.isEmpty()) {
                    tell(letter);
                }
                for (var next = Journey.after(status, behaviour.get().outcome);
                        next.isPresent();
                        next = Journey.after(next.get(), behaviour.get().outcome)) {
                    Thread.sleep(behaviour.get().delayMs);
                    var at = clock.instant()
                            .atZone(VIET_NAM)
                            .toOffsetDateTime()
                            .withNano(0)
                            .toString();
                    tell(letters.scanned(number, new Letter.Step(next.get(), at)));
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (UncheckedIOException e) {
                LOG.warn("letter {} is left where it is: {}", letter.trackingNumber(), e.getMessage());
            }
        });
    }

    private void tell(Letter letter) throws InterruptedException {
        var scan = letter.steps().getLast();
        var message = new LinkedHashMap<String, Object>();
        message.put("trackingNumber", letter.trackingNumber());
        message.put("orderReference", letter.orderReference());
        message.put("status", scan.status());
        message.put("at", scan.at());
        var times = behaviour.get().times;
        for (var i = 0; i < times; i++) {
            callback.deliver(Json.text(message));
        }
    }

    private List<Map<String, Object>> list() {
        return letters.all().stream().map(PostalCarrier::summary).toList();
    }

    private static Map<String, Object> summary(Letter letter) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("trackingNumber", letter.trackingNumber());
        summary.put("orderReference", letter.orderReference());
        summary.put("recipient", letter.recipient());
        summary.put("address", letter.address());
        summary.put("steps", letter.steps());
        return summary;
    }

    private Reply page() {
        var rows = letters.all().reversed().stream().map(PostalCarrier::row).collect(Collectors.joining());
        return Page.of(
                "Bưu gửi (bưu chính thử nghiệm)",
                rows.isEmpty()
                        ? "<p>Chưa có bưu gửi nào.</p>"
                        : "<table><tr><th>Mã vận đơn</th><th>Người nhận</th><th>Địa chỉ</th><th>Trạng thái</th><th></th></tr>"
                                + rows + "</table>");
    }

    private static String row(Letter letter) {
        var steps = letter.steps().stream()
                .map(step -> Page.text(step.at()) + " " + Page.text(WORDS.getOrDefault(step.status(), step.status())))
                .collect(Collectors.joining("<br>"));
        return "<tr><td>%1$s</td><td>%2$s</td><td>%3$s</td><td>%4$s</td><td><a href=\"/letters/%1$s\">PDF</a></td></tr>"
                .formatted(
                        Page.text(letter.trackingNumber()),
                        Page.text(letter.recipient()),
                        Page.text(letter.address()),
                        steps);
    }

    private Reply document(String trackingNumber) {
        var letter = letters.find(trackingNumber).orElseThrow(() -> new Refused(404, "no such letter"));
        return Reply.pdf(Base64.getDecoder().decode(letter.documentBase64()));
    }

    /// The letters stay where they are and go on from there at the next start.
    private void end() {
        onTheWay.shutdownNow();
        onTheWay.close();
    }

    private Reply behave(JsonNode wish) {
        return Reply.json(200, behaviour.updateAndGet(now -> now.changed(wish)));
    }
}
