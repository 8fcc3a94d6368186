package hoso.notification.mail;

import hoso.chassis.http.PartnerAway;
import hoso.notification.delivery.Delivery;
import hoso.notification.delivery.Outcome;
import hoso.notification.delivery.Policy;
import hoso.notification.delivery.Sender;
import hoso.notification.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.Optional;

/// Sends a delivery as e-mail: a link and no document.
@ApplicationScoped
class MailSender implements Sender {
    private final Mailboxes mailboxes;
    private final MailConfig config;
    private final Clock clock;
    private final Templates templates = new Templates();
    private final SmtpServer server;
    private final InternetAddress from;

    MailSender(Mailboxes mailboxes, MailConfig config, Clock clock) {
        this.mailboxes = mailboxes;
        this.config = config;
        this.clock = clock;
        this.from = Mail.from(config.from(), config.fromName());
        this.server = new SmtpServer(new SmtpServer.Settings(
                config.host(),
                config.port(),
                config.tls(),
                config.user().orElse(null),
                config.password().orElse(null),
                config.from(),
                config.connectTimeout(),
                config.answerTimeout(),
                config.deadline(),
                config.acceptanceTimeout()));
    }

    @Override
    public Policy policy() {
        return new MailPolicy(config.pauses(), config.resendPause(), config.resends());
    }

    @Override
    public Outcome send(Delivery delivery) {
        final Optional<Mailbox> mailbox;
        try {
            mailbox = mailboxes.find(delivery.message().citizen());
        } catch (PartnerAway _) {
            return new Outcome.Postponed("identity-away");
        }
        if (mailbox.isEmpty()) {
            return new Outcome.Refused("no-address");
        }
        if (!mailbox.get().isSafe()) {
            return new Outcome.Refused("address-unusable");
        }
        var text = templates.render(
                delivery.message().notice(),
                delivery.message().template(),
                config.language(),
                delivery.message().values());
        return server.send(new Mail(delivery.id(), from, mailbox.get(), config.language(), text, clock.instant()));
    }
}
