package hoso.judicialcert.verification.single;

import hoso.chassis.problem.Problem;
import hoso.judicialcert.JudicialCertConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// How often may be guessed, in this instance: by one address, and about one code from whatever addresses. Beside the
/// budget of the gateway, for whoever finds a way round it.
@ApplicationScoped
public class Attempts {
    private final RateLimiter byAddress;
    private final RateLimiter byCode;

    Attempts(Clock clock, JudicialCertConfig config) {
        var limits = config.verification();
        this.byAddress = new RateLimiter(clock, limits.attemptsPerAddress(), Duration.ofMinutes(1));
        this.byCode = new RateLimiter(clock, limits.attemptsPerCode(), Duration.ofMinutes(10));
    }

    void from(String address) {
        refuse(byAddress.take(address));
    }

    /// Counts an attempt at a code before it is made; one that hit is given back with [#hit].
    void at(String code) {
        refuse(byCode.take(code));
    }

    /// The same for one of many: whether it may be made.
    public boolean mayTry(String code) {
        return byCode.take(code).isEmpty();
    }

    public void hit(String code) {
        byCode.giveBack(code);
    }

    private static void refuse(Optional<Duration> wait) {
        if (wait.isPresent()) {
            var seconds = wait.get().plusNanos(999_999_999).toSeconds();
            throw Problem.of(429, "too-many-attempts")
                    .with("seconds", seconds)
                    .header("Retry-After", Long.toString(seconds))
                    .raise();
        }
    }
}
