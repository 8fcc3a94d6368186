package hoso.judicialcert.verification.single;

import hoso.chassis.problem.Problem;
import hoso.judicialcert.JudicialCertConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The memory that strangers' files may take while they are sent and looked into. Who sends slowly holds what was sent
/// so far,
/// and who finds none left within the patience is asked to come again (503): the rest of the service has its memory.
@Singleton
class Uploads {
    private static final int PIECE = 1 << 16;
    private final Semaphore pieces;
    private final int maxBytes;
    private final Duration patience;

    Uploads(JudicialCertConfig config) {
        var verification = config.verification();
        this.maxBytes = verification.maxBytes();
        this.patience = verification.patience();
        this.pieces = new Semaphore(verification.bytesAtOnce() / PIECE, true);
    }

    Upload begin() {
        return new Upload();
    }

    /// One file; its memory is given back when it is closed.
    final class Upload implements AutoCloseable {
        private int held;

        private Upload() {}

        /// The file; one that is larger than a certificate may be is refused (413).
        byte[] read(InputStream body) throws IOException {
            var parts = new ArrayList<byte[]>();
            var size = 0;
            while (true) {
                lock();
                var part = body.readNBytes(PIECE);
                size += part.length;
                if (size > maxBytes) {
                    throw Problem.of(413, "too-large").raise();
                }
                parts.add(part);
                if (part.length < PIECE) {
                    break;
                }
            }
            var file = new byte[size];
            var at = 0;
            for (var part : parts) {
                System.arraycopy(part, 0, file, at, part.length);
                at += part.length;
            }
            return file;
        }

        private void lock() {
            try {
                if (pieces.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    held++;
                    return;
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            throw Problem.of(503, "unavailable").header("Retry-After", "5").raise();
        }

        @Override
        public void close() {
            pieces.release(held);
            held = 0;
        }
    }
}
