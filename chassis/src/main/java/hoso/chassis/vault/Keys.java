package hoso.chassis.vault;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/// The two keys of a service: one wraps data keys, one marks values to find them by.
@Singleton
class Keys {
    private static final int BYTES = 32;
    private final VaultConfig config;

    Keys(VaultConfig config) {
        this.config = config;
    }

    SecretKeySpec wrapping() {
        return new SecretKeySpec(read("vault.key"), "AES");
    }

    SecretKeySpec marking() {
        return new SecretKeySpec(read("lookup.key"), "HmacSHA256");
    }

    private byte[] read(String name) {
        var file = config.keys().resolve(name);
        try {
            var key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length != BYTES) {
                throw new IllegalStateException(file + " must hold " + BYTES + " bytes in base64");
            }
            return key;
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("no key in " + file + " (32 random bytes in base64)", e);
        }
    }
}
