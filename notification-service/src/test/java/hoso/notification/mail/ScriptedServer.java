package hoso.notification.mail;

import hoso.chassis.testing.BadServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// A mail server that fails where it is told to.
public final class ScriptedServer implements AutoCloseable {

    /// Where and how it fails.
    public enum Script {
        WELL,
        GREETS_WITH_554,
        NEVER_GREETS,
        GREETS_BYTE_BY_BYTE,
        GREETS_WITHOUT_END,
        SILENT_AT_HELLO,
        SILENT_AT_SENDER,
        SILENT_AT_RECIPIENT,
        SILENT_AT_DATA,
        RECIPIENT_BYTE_BY_BYTE,
        SENDER_451,
        RECIPIENT_450,
        RECIPIENT_550,
        DATA_451,
        CUTS_AT_DATA,
        DOT_452,
        DOT_554,
        /// The gap of RFC 1047: the mail is accepted and the answer never sent.
        ACCEPTS_AND_CUTS,
        ACCEPTS_AND_IS_SILENT,
        ACCEPTS_AND_ANSWERS_LATE
    }

    private static final Duration DROP = Duration.ofMillis(300);

    private final BadServer server;
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private volatile Script script;
    private volatile Duration late = Duration.ofMillis(300);

    public ScriptedServer(int port, Script script) throws IOException {
        this.script = script;
        this.server = new BadServer(port, this::talk);
    }

    public int port() {
        return server.port();
    }

    public void follow(Script next) {
        script = next;
    }

    /// How long the answer to the final dot takes when it comes late.
    public void answerAfter(Duration time) {
        late = time;
    }

    /// The mails it has, whatever it said about them.
    public List<String> accepted() {
        return accepted;
    }

    private void talk(Socket client, BadServer at) throws IOException, InterruptedException {
        var now = script;
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        switch (now) {
            case GREETS_WITH_554 -> {
                say(client, "554 no service");
                return;
            }
            case NEVER_GREETS -> {
                at.fallSilent();
                return;
            }
            case GREETS_BYTE_BY_BYTE -> {
                at.trickle(client.getOutputStream(), "2", DROP);
                return;
            }
            case GREETS_WITHOUT_END -> {
                at.flood(client.getOutputStream(), "220-" + "hello ".repeat(50) + "\r\n");
                return;
            }
            default -> say(client, "220 scripted");
        }
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
            if (isSilent(now, verb)) {
                at.fallSilent();
                return;
            }
            if (now == Script.RECIPIENT_BYTE_BY_BYTE && verb.equals("RCPT")) {
                at.trickle(client.getOutputStream(), "2", DROP);
                return;
            }
            switch (verb) {
                case "EHLO", "HELO", "RSET", "NOOP" -> say(client, "250 ok");
                case "MAIL" -> say(client, now == Script.SENDER_451 ? "451 later" : "250 ok");
                case "RCPT" ->
                    say(
                            client,
                            now == Script.RECIPIENT_550
                                    ? "550 no such user"
                                    : now == Script.RECIPIENT_450 ? "450 greylisted" : "250 ok");
                case "DATA" -> {
                    if (now == Script.DATA_451) {
                        say(client, "451 later");
                        continue;
                    }
                    if (now == Script.CUTS_AT_DATA) {
                        reset(client);
                        return;
                    }
                    say(client, "354 go on");
                    if (!end(client, at, now, body(in))) {
                        return;
                    }
                }
                case "QUIT" -> {
                    say(client, "221 bye");
                    return;
                }
                default -> say(client, "500 what?");
            }
        }
    }

    private static boolean isSilent(Script now, String verb) {
        return switch (now) {
            case SILENT_AT_HELLO -> verb.equals("EHLO") || verb.equals("HELO");
            case SILENT_AT_SENDER -> verb.equals("MAIL");
            case SILENT_AT_RECIPIENT -> verb.equals("RCPT");
            case SILENT_AT_DATA -> verb.equals("DATA");
            default -> false;
        };
    }

    private boolean end(Socket client, BadServer at, Script now, String mail) throws IOException, InterruptedException {
        switch (now) {
            case DOT_452 -> say(client, "452 full");
            case DOT_554 -> say(client, "554 spam");
            case ACCEPTS_AND_CUTS -> {
                accepted.add(mail);
                reset(client);
                return false;
            }
            case ACCEPTS_AND_IS_SILENT -> {
                accepted.add(mail);
                at.fallSilent();
                return false;
            }
            case ACCEPTS_AND_ANSWERS_LATE -> {
                accepted.add(mail);
                at.pause(late);
                say(client, "250 accepted");
            }
            default -> {
                accepted.add(mail);
                say(client, "250 accepted");
            }
        }
        return true;
    }

    private static String body(BufferedReader in) throws IOException {
        var body = new StringBuilder();
        for (var line = in.readLine(); line != null && !".".equals(line); line = in.readLine()) {
            body.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return body.toString();
    }

    private static void say(Socket client, String line) throws IOException {
        BadServer.say(client.getOutputStream(), line + "\r\n");
    }

    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    @Override
    public void close() {
        server.close();
    }
}
