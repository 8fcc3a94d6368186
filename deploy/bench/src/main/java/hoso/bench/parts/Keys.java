package hoso.bench.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/// The key files that a service finds in its folder.
final class Keys {
    private Keys() {}

    static void make(Path keys) throws IOException {
        Files.createDirectories(keys);
        for (var name : List.of("vault.key", "lookup.key")) {
            Files.writeString(keys.resolve(name), Base64.getEncoder().encodeToString(random(32)));
        }
    }

    static byte[] random(int count) {
        var bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
