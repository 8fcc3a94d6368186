package hoso.judicialcert.sharing.recheck;

import hoso.chassis.vault.Lookup;
import jakarta.inject.Singleton;
import java.util.Base64;

/// The keys with which others ask again: 256 bits each, made from the id with a key outside the database, so that no
/// table holds one.
@Singleton
class RecheckKeys {
    private final Lookup lookup;

    RecheckKeys(Lookup lookup) {
        this.lookup = lookup;
    }

    String of(ConsentId consent) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(lookup.mark("recheck-key:" + consent));
    }

    /// By what a key is found.
    byte[] mark(String key) {
        return lookup.mark("recheck:" + key);
    }
}
