package hoso.judicialcert.sharing.recheck;

import hoso.chassis.vault.BlindIndex;
import jakarta.inject.Singleton;
import java.util.Base64;

/// The keys with which others ask again: 256 bits each, made from the id with a key outside the database, so that no
/// table holds one.
@Singleton
class RecheckKeys {
    private final BlindIndex blindIndex;

    RecheckKeys(BlindIndex blindIndex) {
        this.blindIndex = blindIndex;
    }

    String of(ConsentId consent) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(blindIndex.of("recheck-key:" + consent));
    }

    /// By what a key is found.
    byte[] blindIndex(String key) {
        return blindIndex.of("recheck:" + key);
    }
}
