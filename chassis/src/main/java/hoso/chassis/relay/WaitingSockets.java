package hoso.chassis.relay;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/// Connections on which a look for new messages waits until one comes. The engine reads without blocking: it looks,
/// finds nothing, sleeps for its poll interval and looks again. So an event waits for the end of a sleep, and an idle
/// relay wakes up hundreds of times a second. The driver looks by setting a time-out of 1 ms for one read; here that
/// read has longer, and ends the moment a byte comes.
///
/// The driver makes one by name (`socketFactory`), so the class and its constructor are public.
public final class WaitingSockets extends SocketFactory {
    /// The time-out by which the driver only looks whether something is there (PGStream.hasMessagePending).
    private static final int LOOK_MILLIS = 1;

    /// How long a look waits for something to come. Closing the engine waits for its end.
    private static final int WAIT_MILLIS = 250;

    @Override
    public Socket createSocket() {
        return new WaitingSocket();
    }

    private static final class WaitingSocket extends Socket {
        @Override
        public void setSoTimeout(int millis) throws SocketException {
            super.setSoTimeout(millis == LOOK_MILLIS ? WAIT_MILLIS : millis);
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("connected by the driver, with a time-out");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("connected by the driver, with a time-out");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("connected by the driver, with a time-out");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("connected by the driver, with a time-out");
    }
}
