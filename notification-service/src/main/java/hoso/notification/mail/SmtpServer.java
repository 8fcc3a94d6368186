package hoso.notification.mail;

import hoso.notification.delivery.Outcome;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// Hands one mail to a mail server and tells how far that came. Until the final dot of DATA has been
/// written the server cannot have accepted the mail; from then on only its answer tells (RFC 1047 names the
/// gap). So a fault before the dot is `Postponed`, a fault after it is `Lost`, and an answer is an answer.
final class SmtpServer {

    /// @param answerTimeout for each single answer before the final dot, and for each write
    /// @param deadline for all up to the final dot: a server that sends one byte a second never times out on a
    ///     single answer
    /// @param acceptance for the answer to the final dot. RFC 5321 section 4.5.3.2.6 asks for ten minutes: a server
    ///     that is given up earlier may have the mail, and gets it twice
    record Settings(
            String host,
            int port,
            boolean tls,
            @Nullable String user,
            @Nullable String password,
            String sender,
            Duration connectTimeout,
            Duration answerTimeout,
            Duration deadline,
            Duration acceptance) {}

    private enum Stage {
        CONNECTING,
        SENDER,
        RECIPIENT,
        DATA,
        DOT
    }

    private final Settings settings;

    SmtpServer(Settings settings) {
        this.settings = settings;
    }

    Outcome send(Mail mail) {
        var sockets = new Sockets();
        var session = Session.getInstance(properties(sockets));
        var transport = new Staged(session, settings, sockets);
        sockets.cutAfter(settings.deadline());
        try {
            var message = mail.compose(session);
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
            transport.sendMessage(message, message.getAllRecipients());
            return new Outcome.Accepted(mail.to().masked(), null);
        } catch (MessagingException e) {
            return outcome(transport, e);
        } finally {
            sockets.cut();
        }
    }

    private static Outcome outcome(Staged transport, MessagingException fault) {
        var code = code(transport, fault);
        var isPermanent = code >= 500 && code < 600;
        var isAnswer = code >= 400 && code < 600;
        return switch (transport.stage) {
            // A server that turns us away has nothing against the recipient: our matter, and it may pass.
            case CONNECTING, SENDER -> new Outcome.Postponed(isAnswer ? "smtp-" + code : "smtp-away");
            case RECIPIENT, DATA ->
                isPermanent
                        ? new Outcome.Refused("smtp-" + code)
                        : new Outcome.Postponed(isAnswer ? "smtp-" + code : "smtp-away");
            case DOT ->
                isPermanent
                        ? new Outcome.Refused("smtp-" + code)
                        : isAnswer ? new Outcome.Postponed("smtp-" + code) : new Outcome.Lost("smtp-answer-lost");
        };
    }

    private static int code(Staged transport, MessagingException fault) {
        Exception next = fault;
        while (next instanceof MessagingException messaging) {
            if (messaging instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (messaging instanceof SMTPSenderFailedException sender) {
                return sender.getReturnCode();
            }
            next = messaging.getNextException();
        }
        return transport.getLastReturnCode();
    }

    private Properties properties(Sockets sockets) {
        var properties = new Properties();
        // Jakarta Mail reads a time-out that is a String or an Integer, and takes any other number for none at all.
        properties.put("mail.smtp.connectiontimeout", text(settings.connectTimeout()));
        properties.put("mail.smtp.timeout", text(settings.answerTimeout()));
        properties.put("mail.smtp.writetimeout", text(settings.answerTimeout()));
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtp.socketFactory.fallback", false);
        properties.put("mail.smtp.starttls.enable", settings.tls());
        properties.put("mail.smtp.starttls.required", settings.tls());
        properties.put("mail.smtp.ssl.checkserveridentity", true);
        properties.put("mail.smtp.auth", settings.user() != null);
        properties.put("mail.smtp.from", settings.sender());
        // The name this host gives itself tells nobody anything, and looking it up can take seconds.
        properties.put("mail.smtp.localhost", "localhost");
        // What a server says after it accepted the mail changes nothing.
        properties.put("mail.smtp.quitwait", false);
        properties.put("mail.smtp.noop.strict", false);
        return properties;
    }

    private static String text(Duration timeout) {
        return Integer.toString(Math.toIntExact(timeout.toMillis()));
    }

    /// A transport that remembers how far it came, and waits longer for the answer to the final dot.
    private static final class Staged extends SMTPTransport {
        private final Sockets sockets;
        private final Duration acceptance;
        private Stage stage = Stage.CONNECTING;

        Staged(Session session, Settings settings, Sockets sockets) {
            super(session, new URLName("smtp", settings.host(), settings.port(), null, null, null));
            this.sockets = sockets;
            this.acceptance = settings.acceptance();
        }

        @Override
        protected void mailFrom() throws MessagingException {
            stage = Stage.SENDER;
            super.mailFrom();
        }

        @Override
        protected void rcptTo() throws MessagingException {
            stage = Stage.RECIPIENT;
            super.rcptTo();
        }

        @Override
        protected OutputStream data() throws MessagingException {
            stage = Stage.DATA;
            return super.data();
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            stage = Stage.DOT;
            sockets.waitForAnswer(acceptance);
            super.finishData();
        }
    }

    /// Makes the socket of one attempt, and cuts it when its time is over.
    private static final class Sockets extends SocketFactory {
        private volatile @Nullable Socket socket;
        private @Nullable Future<?> alarm;

        /// Begins the time anew.
        void cutAfter(Duration time) {
            var before = alarm;
            if (before != null) {
                before.cancel(false);
            }
            alarm = CompletableFuture.runAsync(
                    this::close, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
        }

        /// Also under TLS: its socket reads from this one.
        void waitForAnswer(Duration time) throws IOException {
            var made = socket;
            if (made != null) {
                made.setSoTimeout(Math.toIntExact(time.toMillis()));
            }
            cutAfter(time);
        }

        void cut() {
            var set = alarm;
            if (set != null) {
                set.cancel(false);
            }
            close();
        }

        @Override
        public Socket createSocket() {
            var made = new BoundedSocket();
            socket = made;
            return made;
        }

        private void close() {
            var made = socket;
            if (made != null) {
                try {
                    made.close();
                } catch (IOException _) {
                    // It is cut either way.
                }
            }
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("connected by the transport, with a time-out");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException("connected by the transport, with a time-out");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException("connected by the transport, with a time-out");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException("connected by the transport, with a time-out");
        }
    }
}
