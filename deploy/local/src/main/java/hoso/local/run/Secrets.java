package hoso.local.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import hoso.local.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;

/// The secrets of one run, made at its first start and kept in a file only its user can read. Names:
/// `postgres.superuser`, `database.<role>`, `kafka.<user>`, `keycloak.admin`, `client.<client id>`,
/// `register`, `carrier`, `carrier.callback`, `bank.callback`, `signing.keystore`, `passcode.<username>`
/// (base32, for one-time codes).
public final class Secrets {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Path file;
    private final Map<String, String> known;
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file, Map<String, String> known) {
        this.file = file;
        this.known = known;
    }

    /// The secrets of that file; none yet where there is no file.
    ///
    /// @throws Damaged when the file holds no secrets
    public static Secrets in(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Secrets(file, new TreeMap<>());
        }
        try {
            TreeMap<String, String> known = Json.MAPPER.readValue(Files.readAllBytes(file), new TypeReference<>() {});
            if (known != null) {
                return new Secrets(file, known);
            }
        } catch (JacksonException _) {
            // Told below, as what it means.
        }
        throw new Damaged(
                file
                        + " cannot be read: it is cut off or was changed by hand. Without it the data of this run cannot be opened."
                        + " Put the file back from a copy, or throw this run's data away and start over with ./hoso up --fresh.");
    }

    /// The secret of that name, made if there is none yet. Letters and digits only: it fits any file format and URL.
    public String get(String name) {
        return known(name, LETTERS, 40);
    }

    /// The seed of a person's one-time codes, as an authenticator app takes it.
    public String passcode(String username) {
        return known("passcode." + username, BASE32, 32);
    }

    private synchronized String known(String name, String alphabet, int length) {
        var before = known.get(name);
        if (before != null) {
            return before;
        }
        var made = new StringBuilder();
        for (var i = 0; i < length; i++) {
            made.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        known.put(name, made.toString());
        try {
            RunFolder.writeSecret(file, Json.bytes(known));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return made.toString();
    }
}
