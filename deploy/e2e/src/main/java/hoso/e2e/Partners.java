package hoso.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// The partners of this machine's system: a bank, a postal carrier and a mailbox, each reached as its customers do.
public final class Partners {
    private final RunningSystem system;

    public Partners(RunningSystem system) {
        this.system = system;
    }

    /// Pays a VietQR code at the bank, as a phone does that has scanned it.
    public void pays(String vietQr) {
        Http.post(system.url("bank") + "/payments", Map.of(), Map.of("qr", vietQr))
                .expect(201);
    }

    /// How the bank tells of payments from now on: after a delay, so often, with this much more or less.
    void bankBehaves(long delayMs, int times, long amountDelta) {
        var wish = Map.of("delayMs", delayMs, "times", times, "amountDelta", amountDelta, "down", false);
        Http.post(system.url("bank") + "/sandbox", Map.of(), wish).expect(200);
    }

    /// The letters the carrier has for one of our deliveries, by recipient, newest last.
    List<JsonNode> letters() {
        return list(Http.get(system.url("carrier") + "/api/letters", Map.of())
                .expect(200)
                .json());
    }

    /// Mails to an address, newest first.
    List<JsonNode> mails(String to) {
        return list(Http.get(system.url("mail") + "/api/mails", Map.of())
                        .expect(200)
                        .json())
                .stream()
                .filter(mail -> mail.path("to").asText().contains(to))
                .toList();
    }

    /// The newest mail to an address that speaks of a case, with these words in its subject.
    Optional<JsonNode> mail(String to, String of, String subject) {
        return mails(to).stream()
                .filter(mail -> mail.path("text").asText().contains(of))
                .filter(mail -> mail.path("subject").asText().contains(subject))
                .findFirst();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
