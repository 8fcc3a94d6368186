package hoso.notification.letter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import hoso.chassis.http.Json;
import hoso.chassis.http.PartnerAway;
import hoso.chassis.http.ServiceToken;
import hoso.chassis.personal.Sensitive;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Fetches address and document from judicial-cert-service at the moment of sending; neither stays here.
@ApplicationScoped
class JudicialCertClient implements Certificates {
    private static final String PARTNER = "judicial-cert";
    private final Json json;
    private final ServiceToken token;
    private final LetterConfig config;

    JudicialCertClient(Json json, ServiceToken token, LetterConfig config) {
        this.json = json;
        this.token = token;
        this.config = config;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Dispatch(int copies, Post post) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Post(String recipient, String phone, String text) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @Override
    public Optional<Envelope> envelope(UUID certificate) {
        var dispatch = get(certificate, "dispatch");
        return switch (dispatch.status()) {
            case 200 -> Optional.of(envelope(certificate, dispatch.as(Dispatch.class)));
            case 404 -> Optional.empty();
            default -> throw new PartnerAway(PARTNER);
        };
    }

    private Envelope envelope(UUID certificate, Dispatch dispatch) {
        var document = get(certificate, "document");
        if (document.status() != 200) {
            throw new PartnerAway(PARTNER);
        }
        var post = dispatch.post();
        return new Envelope(
                post.recipient(), post.phone(), post.text(), Math.max(1, dispatch.copies()), document.body());
    }

    private Json.Reply get(UUID certificate, String part) {
        return json.get(
                PARTNER, config.judicialCertUrl().resolve("/certificates/" + certificate + "/" + part), token.get());
    }
}
