package hoso.notification.mail;

import hoso.chassis.personal.Sensitive;
import hoso.notification.template.Rendered;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;

/// One mail, ready to be composed. Nothing in it can become a header that it is not: the subject is one line by
/// construction, the addresses are checked, and the text is a body.
///
/// @param id the delivery's: the Message-ID is made of it, the same on each attempt, so that mail systems on the way
///     can drop a second copy
record Mail(UUID id, InternetAddress from, Mailbox to, Locale language, Rendered text, Instant at)
        implements Sensitive {

    MimeMessage compose(Session session) throws MessagingException {
        var domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        var message = new Identified(session, "<" + id + "@" + domain + ">");
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.address(), true));
        message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(at));
        // RFC 3834: no out-of-office answers to a machine.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContentLanguage(new String[] {language.toLanguageTag()});
        var plain = new MimeBodyPart();
        plain.setText(text.text(), StandardCharsets.UTF_8.name());
        var html = new MimeBodyPart();
        html.setText(text.html(), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
        message.saveChanges();
        return message;
    }

    static InternetAddress from(String address, String name) {
        try {
            return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }

    /// A message that keeps the Message-ID it was given; the library would make a new one at each saving.
    private static final class Identified extends MimeMessage {
        private final String messageId;

        Identified(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
