package hoso.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class TakenPortsTest {

    @Test
    void aTakenPortIsToldWithItsPart() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var offset = other.getLocalPort() - Port.KEYCLOAK.at(0);

            assertThat(TakenPorts.among(List.of(Port.KEYCLOAK), offset))
                    .extracting(TakenPorts.Taken::told)
                    .containsExactly("port " + other.getLocalPort() + " (keycloak) is taken by another program");
        }
    }

    @Test
    void afterTheOtherProgramEndedThePortIsFree() throws IOException {
        int offset;
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            offset = other.getLocalPort() - Port.KEYCLOAK.at(0);
        }

        assertThat(TakenPorts.among(List.of(Port.KEYCLOAK), offset)).isEmpty();
    }
}
