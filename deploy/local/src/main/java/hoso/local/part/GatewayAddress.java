package hoso.local.part;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// The address the gateway calls the services from, and the only one whose word about callers they believe.
final class GatewayAddress {

    /// 127.0.0.2 where the whole of 127.0.0.0/8 is the machine itself (Linux): no other program calls from there unless
    /// it means to pass for the gateway. 127.0.0.1 where only that one address is (macOS).
    static final String OF_THIS_MACHINE = isOurs("127.0.0.2") ? "127.0.0.2" : "127.0.0.1";

    private GatewayAddress() {}

    private static boolean isOurs(String address) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
