package hoso.local.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hoso.local.http.Lifeline;
import hoso.local.http.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/// A mail server that accepts every mail, sends none on, and shows them on a page. A mail is on disk before
/// it is accepted.
public final class MailSink {

    private MailSink() {}

    public static void main(String[] args) throws IOException {
        Lifeline.follow();
        var mails = new Mails(Path.of(Settings.text("DATA")), Clock.systemUTC());
        start(Settings.number("SMTP_PORT"), mails);
        MailPage.site(Settings.number("PORT"), mails);
    }

    static GreenMail start(int smtpPort, Mails mails) {
        var server = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        var users = server.getUserManager();
        // One mailbox for all keeps the server's own memory small: the files are what is shown.
        var everybody = everybody(server);
        users.setMessageDeliveryHandler((MovingMessage message, MailAddress recipient) -> {
            try {
                mails.keep(recipient.getEmail(), message.getMessage());
                server.getManagers().getImapHostManager().getInbox(everybody).deleteAllMessages();
                return everybody;
            } catch (IOException | com.icegreen.greenmail.store.FolderException e) {
                throw new IllegalStateException("the mail could not be kept", e);
            }
        });
        return server;
    }

    private static GreenMailUser everybody(GreenMail server) {
        try {
            return server.getUserManager().createUser("everybody@localhost", "everybody", "unused");
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
    }
}
