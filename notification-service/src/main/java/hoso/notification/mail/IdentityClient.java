package hoso.notification.mail;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import hoso.chassis.http.Json;
import hoso.chassis.http.PartnerAway;
import hoso.chassis.http.ServiceToken;
import hoso.chassis.personal.Sensitive;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Asks identity-service, each time: a mailbox changed a minute ago must not get a mail any more.
@ApplicationScoped
class IdentityClient implements Mailboxes {
    private final Json json;
    private final ServiceToken token;
    private final MailConfig config;

    IdentityClient(Json json, ServiceToken token, MailConfig config) {
        this.json = json;
        this.token = token;
        this.config = config;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ContactPoints(@Nullable String email) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @Override
    public Optional<Mailbox> find(UUID citizen) {
        var reply = json.get(
                "identity", config.identityUrl().resolve("/citizens/" + citizen + "/contact-points"), token.get());
        return switch (reply.status()) {
            case 200 ->
                Optional.ofNullable(reply.as(ContactPoints.class).email()).map(Mailbox::new);
            case 404 -> Optional.empty();
            default -> throw new PartnerAway("identity");
        };
    }
}
