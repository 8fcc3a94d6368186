package hoso.local.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/// The mails received, one file each in the format of the internet, so that any mail program opens them.
final class Mails {

    /// A mail as the page and tests read it.
    record Mail(String id, String to, String from, String subject, String messageId, String receivedAt, String text) {}

    private final Path folder;
    private final Clock clock;
    private final AtomicInteger serial = new AtomicInteger();

    Mails(Path folder, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.clock = clock;
    }

    void keep(String recipient, MimeMessage message) throws IOException {
        var id = String.format(Locale.ROOT, "%014d-%06d", clock.millis(), serial.incrementAndGet());
        var draft = folder.resolve(id + ".new");
        try (var out = Files.newOutputStream(draft)) {
            out.write(("X-Delivered-To: " + recipient + "\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            message.writeTo(out);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
        Files.move(draft, folder.resolve(id + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Newest first.
    List<Mail> all() throws IOException {
        return files().stream().map(this::read).flatMap(Optional::stream).toList();
    }

    Optional<Mail> find(String id) {
        return id.matches("\\d{14}-\\d{6,}") ? read(folder.resolve(id + ".eml")) : Optional.empty();
    }

    void clear() throws IOException {
        for (var file : files()) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /// Empty when the file went meanwhile.
    private Optional<Mail> read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            var id = file.getFileName().toString().replace(".eml", "");
            return Optional.of(new Mail(
                    id,
                    Optional.ofNullable(message.getHeader("X-Delivered-To", null))
                            .orElse(""),
                    decoded(message.getHeader("From", ", ")),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    Optional.ofNullable(message.getMessageID()).orElse(""),
                    Instant.ofEpochMilli(Long.parseLong(id.substring(0, 14))).toString(),
                    text(message)));
        } catch (IOException | MessagingException _) {
            return Optional.empty();
        }
    }

    private static String decoded(@org.jspecify.annotations.Nullable String header) throws IOException {
        return header == null ? "" : MimeUtility.decodeText(header);
    }

    /// The first plain text of a mail, wherever it is nested.
    private static String text(Part part) throws IOException, MessagingException {
        if (part.isMimeType("text/plain")) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var text = text(inner);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
