package hoso.judicialcert.certificate.credential;

import hoso.chassis.id.Ids;
import hoso.chassis.vault.BlindIndex;
import hoso.judicialcert.certificate.offer.CredentialConfig;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;

/// Nonces for key proofs. A nonce carries its own end and our mark, so that giving one out to whoever asks costs no
/// row; only those that were used are kept, until their end.
@Singleton
class Nonces {
    private static final int RANDOM_BYTES = 16;
    private final BlindIndex blindIndex;
    private final Ids ids;
    private final Clock clock;
    private final UsedNonces used;
    private final CredentialConfig config;

    Nonces(BlindIndex blindIndex, Ids ids, Clock clock, UsedNonces used, CredentialConfig config) {
        this.blindIndex = blindIndex;
        this.ids = ids;
        this.clock = clock;
        this.used = used;
        this.config = config;
    }

    String fresh() {
        var until = clock.instant().plus(config.nonce());
        var text = until.getEpochSecond() + "." + ids.secret(RANDOM_BYTES);
        return text + "." + mac(text);
    }

    /// Whether it is ours, of now, and used for the first time; from now on it is used.
    boolean use(String nonce) {
        var cut = nonce.lastIndexOf('.');
        if (cut < 0 || !isEqual(mac(nonce.substring(0, cut)), nonce.substring(cut + 1))) {
            return false;
        }
        var until = Instant.ofEpochSecond(Long.parseLong(nonce.substring(0, nonce.indexOf('.'))));
        return clock.instant().isBefore(until) && used.add(blindIndex.of("used-nonce:" + nonce), until);
    }

    private String mac(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(blindIndex.of("nonce:" + text));
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
