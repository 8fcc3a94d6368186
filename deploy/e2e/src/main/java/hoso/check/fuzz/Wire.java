package hoso.check.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sends a request byte for byte as it was made, over a connection of its own: a client library would refuse to send,
/// or would mend, most of them.
final class Wire {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int QUOTED = 300;
    private static final int LONGEST_ANSWER = 40_000_000;

    private Wire() {}

    /// What came back. Status 0: the connection ended without an answer.
    record Answer(int status, Map<String, String> headers, byte[] body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /// Status, media type and the beginning.
        String inShort() {
            var text = text();
            return status + " " + header("Content-Type") + " " + text.substring(0, Math.min(text.length(), QUOTED));
        }
    }

    /// The answer came not, or not to its end, within the patience.
    static final class Hung extends IOException {
        private static final long serialVersionUID = 1;

        Hung(Throwable cause) {
            super(cause);
        }
    }

    static Answer send(URI server, Attempt attempt, String authorization, Duration patience) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), (int) CONNECT.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            var sent = write(socket, server, attempt, authorization);
            var answer = read(socket, attempt.verb());
            if (sent != null && answer.status() == 0) {
                throw sent;
            }
            return answer;
        } catch (SocketTimeoutException e) {
            throw new Hung(e);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IOException("an answer that is no HTTP, or was cut off", e);
        }
    }

    /// A server may answer and close before it has read a body that it refuses: that is no failure of the exchange.
    private static @Nullable IOException write(Socket socket, URI server, Attempt attempt, String authorization) {
        var head = new StringBuilder()
                .append(attempt.verb())
                .append(' ')
                .append(attempt.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(server.getAuthority())
                .append("\r\nConnection: close\r\n");
        attempt.headers().forEach(line -> head.append(line).append("\r\n"));
        if (!authorization.isEmpty()) {
            head.append("Authorization: ").append(authorization).append("\r\n");
        }
        if (attempt.body().length > 0 || !attempt.verb().equals("GET")) {
            head.append("Content-Length: ").append(attempt.body().length).append("\r\n");
        }
        head.append("\r\n");
        try {
            var out = socket.getOutputStream();
            out.write(head.toString().getBytes(StandardCharsets.UTF_8));
            out.write(attempt.body());
            out.flush();
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static Answer read(Socket socket, String verb) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[16_384];
        try {
            var in = socket.getInputStream();
            for (var count = in.read(buffer); count >= 0 && bytes.size() < LONGEST_ANSWER; count = in.read(buffer)) {
                bytes.write(buffer, 0, count);
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException _) {
            // The server closed without reading the whole body: what it answered before counts.
        }
        return parse(bytes.toByteArray(), verb);
    }

    /// Interim answers (100 Continue) are passed over.
    static Answer parse(byte[] bytes, String verb) {
        var from = 0;
        while (true) {
            var end = endOfHead(bytes, from);
            if (end < 0) {
                return new Answer(0, Map.of(), new byte[0]);
            }
            var lines = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1).split("\r\n");
            var status = Integer.parseInt(lines[0].split(" ")[1]);
            if (status >= 200) {
                var headers = new LinkedHashMap<String, String>();
                Arrays.stream(lines).skip(1).forEach(line -> {
                    var colon = line.indexOf(':');
                    headers.put(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).strip());
                });
                var body = Arrays.copyOfRange(bytes, end + 4, bytes.length);
                return new Answer(status, headers, isChunked(headers) && !verb.equals("HEAD") ? joined(body) : body);
            }
            from = end + 4;
        }
    }

    private static boolean isChunked(Map<String, String> headers) {
        return headers.getOrDefault("transfer-encoding", "").equals("chunked");
    }

    private static byte[] joined(byte[] body) {
        var out = new ByteArrayOutputStream();
        var at = 0;
        while (at < body.length) {
            var line = at;
            while (line < body.length && body[line] != '\r') {
                line++;
            }
            var size = Integer.parseInt(new String(body, at, line - at, StandardCharsets.US_ASCII).strip(), 16);
            if (size == 0) {
                break;
            }
            out.write(body, line + 2, Math.min(size, body.length - line - 2));
            at = line + 2 + size + 2;
        }
        return out.toByteArray();
    }

    private static int endOfHead(byte[] bytes, int from) {
        for (var i = from; i + 3 < bytes.length; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
