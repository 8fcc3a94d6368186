package hoso.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("core")
class MailSinkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T03:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void aVietnameseMailIsKeptAsItWasSent() throws IOException, MessagingException {
        var mails = new Mails(folder, CLOCK);
        var port = freePort();
        var server = MailSink.start(port, mails);
        try {
            send(
                    port,
                    "Phiếu lý lịch tư pháp đã được cấp",
                    "Kính gửi bà NGUYỄN THỊ THỬ NGHIỆM,\nphiếu của bà đã sẵn sàng.");
            send(port, "Thư thứ hai", "Xong.");

            assertThat(mails.all())
                    .extracting(Mails.Mail::subject)
                    .containsExactly("Thư thứ hai", "Phiếu lý lịch tư pháp đã được cấp");
            var first = mails.all().getLast();
            assertThat(first.to()).isEqualTo("lan@example.vn");
            assertThat(first.text()).contains("Kính gửi bà NGUYỄN THỊ THỬ NGHIỆM");
            assertThat(mails.find(first.id())).contains(first);
        } finally {
            server.stop();
        }
    }

    private static void send(int port, String subject, String text) throws MessagingException {
        var session = GreenMailUtil.getSession(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress("khong-tra-loi@hoso.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("lan@example.vn"));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
