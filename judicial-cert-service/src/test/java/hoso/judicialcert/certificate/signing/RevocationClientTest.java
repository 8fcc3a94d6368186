package hoso.judicialcert.certificate.signing;

import hoso.chassis.testing.AgainstBadPartners;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class RevocationClientTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC);
    private static final Authority AUTHORITY = new Authority();

    @Test
    void whateverAServerOfRevocationListsDoesFetchingOneEnds() {
        AgainstBadPartners.hold(
                url -> () -> client(Optional.of(List.of(url)), Optional.empty()).about(chain()),
                came -> came.fault() instanceof SigningAway);
    }

    @Test
    void whateverAnOcspResponderDoesAskingItEnds() {
        AgainstBadPartners.hold(
                url -> () -> client(Optional.empty(), Optional.of(url)).about(chain()),
                came -> came.fault() instanceof SigningAway);
    }

    private static List<X509Certificate> chain() {
        return List.of(AUTHORITY.anchor(), AUTHORITY.anchor());
    }

    private static RevocationClient client(Optional<List<URI>> lists, Optional<URI> responder) {
        return new RevocationClient(
                new SigningConfig.Revocation() {
                    @Override
                    public Optional<List<URI>> lists() {
                        return lists;
                    }

                    @Override
                    public Optional<URI> responder() {
                        return responder;
                    }

                    @Override
                    public Duration timeout() {
                        return Duration.ofSeconds(2);
                    }

                    @Override
                    public Duration keep() {
                        return Duration.ofMinutes(10);
                    }
                },
                CLOCK,
                TimeStampTest::random);
    }
}
