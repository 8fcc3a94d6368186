package hoso.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.local.up.Part.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/// A program that hangs: its port takes connections, because the operating system takes them, and nobody answers.
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
    void aPortThatNobodyListensOnIsNoAnswer() throws IOException, InterruptedException {
        int port;
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
        }

        assertThat(Probes.http("http://localhost:" + port + "/health").ask()).isEqualTo(Answer.SILENT);
        assertThat(Probes.kafka(port).ask()).isEqualTo(Answer.SILENT);
    }
}
