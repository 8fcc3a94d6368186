package hoso.local.part;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.local.part.Part.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A program that hangs: its port takes connections, because the operating system takes them, and nobody answers.
@Tag("core")
class ProbesTest {

    @Test
    void aPortThatTakesConnectionsAndSaysNothingIsNoAnswer() throws IOException, InterruptedException {
        try (var hanging = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var port = hanging.getLocalPort();

            assertThat(Probes.http("http://localhost:" + port + "/health").ask())
                    .isEqualTo(Answer.SILENT);
            assertThat(Probes.kafka(port).ask()).isEqualTo(Answer.SILENT);
            assertThat(Probes.database("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "none")
                            .ask())
                    .isEqualTo(Answer.SILENT);
        }
    }

    @Test
    void anAnswerThatBeginsAndDoesNotEndIsNoAnswer() throws IOException, InterruptedException {
        try (var hanging = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try {
                    var caller = hanging.accept();
                    caller.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".getBytes(US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });

            assertThat(Probes.http("http://localhost:" + hanging.getLocalPort() + "/health")
                            .ask())
                    .isEqualTo(Answer.SILENT);
        }
    }

    @Test
    void aPortThatNobodyListensOnIsNoAnswer() throws IOException, InterruptedException {
        int port;
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
        }

        assertThat(Probes.http("http://localhost:" + port + "/health").ask()).isEqualTo(Answer.SILENT);
        assertThat(Probes.kafka(port).ask()).isEqualTo(Answer.SILENT);
    }
}
