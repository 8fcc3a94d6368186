package hoso.judicialcert.request.filing;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// A request being filed holds one connection and now and then needs a second, for a new block of serials. Half of the
/// pool (16) may file at once, by whatever way: then the second one is always to be had.
@Singleton
public class FilingPermits {
    private static final int AT_ONCE = 8;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    public <T> T in(Supplier<T> filing) {
        places.acquireUninterruptibly();
        try {
            return filing.get();
        } finally {
            places.release();
        }
    }
}
