package wrong.bakery.oven;

import java.time.Instant;

/// Reads the clock.
class Cuckoo {
    Instant call() {
        return Instant.now();
    }
}
