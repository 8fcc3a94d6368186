package hoso.notification.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/// A socket from which only so much is read: a server that answers without end would otherwise fill the memory,
/// because Jakarta Mail gathers an answer whole.
final class BoundedSocket extends Socket {
    /// All answers to one mail, with the certificates of TLS, have some kilobytes.
    static final int MOST = 256 << 10;

    private @Nullable InputStream bounded;

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (bounded == null) {
            bounded = new Bounded(super.getInputStream());
        }
        return bounded;
    }

    private static final class Bounded extends FilterInputStream {
        private int left = MOST;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            return counted(read, read);
        }

        private int counted(int result, int bytes) throws IOException {
            left -= result < 0 ? 0 : bytes;
            if (left < 0) {
                throw new IOException("the mail server says more than " + MOST + " bytes");
            }
            return result;
        }
    }
}
