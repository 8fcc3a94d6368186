package hoso.judicialcert.certificate.signing;

import hoso.chassis.id.Ids;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Keys, time stamps and revocation data; the reasons stand in application.properties.
@ConfigMapping(prefix = "judicial-cert.signature")
interface SigningConfig {

    /// A folder of key generations, each a file `NAME.properties`. Without it the one key store of
    /// `judicial-cert.signing` signs, at level B.
    Optional<Path> generations();

    /// How long a token may take for one signature.
    @WithDefault("5s")
    Duration patience();

    /// How long the folder is taken as it was read.
    @WithDefault("2s")
    Duration reread();

    TimeStamp timeStamp();

    Revocation revocation();

    /// The time-stamp authority (RFC 3161).
    interface TimeStamp {
        Optional<URI> url();

        /// PEM of the certificates above the authority's.
        Optional<Path> trustAnchor();

        @WithDefault("5s")
        Duration timeout();

        /// How far its clock may be from ours.
        @WithDefault("5m")
        Duration tolerance();

        /// Whether a certificate waits for a time stamp, or does without.
        @WithDefault("WAIT")
        WhenAway whenAway();
    }

    /// What is done while the level asked for cannot be had.
    enum WhenAway {
        WAIT,
        SIGN_WITHOUT
    }

    /// Where it is told which certificates were revoked.
    interface Revocation {

        /// Revocation lists, by HTTP or as files.
        Optional<List<URI>> lists();

        /// An OCSP responder, asked about what no list tells of.
        Optional<URI> responder();

        @WithDefault("5s")
        Duration timeout();

        /// How long a list is kept before it is fetched again.
        @WithDefault("10m")
        Duration keep();
    }

    /// Puts together what signs, as the settings say.
    class Parts {

        @Produces
        @Singleton
        PadesSigning signing(KeyGenerations keys, SigningConfig config, Clock clock, Ids ids) {
            IntFunction<byte[]> random = size -> Base64.getUrlDecoder().decode(ids.secret(size));
            return new PadesSigning(
                    keys,
                    new PadesSigning.Extras(
                            stamps(config.timeStamp(), clock, random),
                            revocations(config.revocation(), clock, random),
                            config.timeStamp().whenAway() == WhenAway.SIGN_WITHOUT));
        }

        private static @Nullable TimeStamps stamps(TimeStamp config, Clock clock, IntFunction<byte[]> random) {
            if (config.url().isEmpty()) {
                return null;
            }
            var anchor = config.trustAnchor()
                    .orElseThrow(() -> new IllegalStateException("a time-stamp authority needs its trust anchor"));
            return new TimeStampClient(
                    config.url().get(), () -> anchors(anchor), config.timeout(), config.tolerance(), clock, random);
        }

        /// Read for each stamp, so that a new anchor needs no restart.
        private static List<X509Certificate> anchors(Path place) {
            try {
                return TrustAnchors.in(place);
            } catch (IllegalStateException e) {
                throw new SigningAway("the trust anchor of the time-stamp authority cannot be read", e);
            }
        }

        private static @Nullable Revocations revocations(Revocation config, Clock clock, IntFunction<byte[]> random) {
            return config.lists().isEmpty() && config.responder().isEmpty()
                    ? null
                    : new RevocationClient(config, clock, random);
        }
    }
}
