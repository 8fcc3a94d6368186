package hoso.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/// A certificate that its holder shows to somebody, by a code.
final class Shared {
    private final RunningSystem system;
    private final Citizen holder;
    private final JsonNode share;

    private Shared(RunningSystem system, Citizen holder, JsonNode share) {
        this.system = system;
        this.holder = holder;
        this.share = share;
    }

    static Shared by(RunningSystem system, Citizen holder, String certificate, int maxUses) {
        var wish = Map.of(
                "certificateId", certificate, "purpose", "Tuyển dụng", "recipient", "Công ty Mẫu", "maxUses", maxUses);
        return new Shared(
                system,
                holder,
                holder.post("judicial-cert", "/certificate-shares", wish)
                        .expect(201)
                        .json());
    }

    String link() {
        return share.path("link").asText();
    }

    /// An employer opens it, without an account.
    Http.Reply opened() {
        return Http.post(
                system.api("judicial-cert", "/certificate-shares/opening"),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                (Object) Map.of("code", share.path("code").asText(), "name", "Phòng nhân sự"));
    }

    /// The document, with the ticket an opening gave.
    byte[] document(JsonNode opening) {
        return Http.post(system.api("judicial-cert", "/certificate-shares/opening/document"), Map.of(), (Object)
                        Map.of("ticket", opening.path("ticket").asText()))
                .expect(200)
                .body();
    }

    /// What the holder sees of it.
    JsonNode seen() {
        return holder.get(
                        "judicial-cert",
                        "/certificate-shares/" + share.path("shareId").asText())
                .expect(200)
                .json();
    }

    void end() {
        holder.post(
                        "judicial-cert",
                        "/certificate-shares/" + share.path("shareId").asText() + "/ending",
                        Map.of())
                .expect(200);
    }
}
