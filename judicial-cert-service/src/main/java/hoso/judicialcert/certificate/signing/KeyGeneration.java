package hoso.judicialcert.certificate.signing;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A signing key and the time in which it signs. Two generations overlap while one takes over from the other.
///
/// @param from the first moment it signs
/// @param until the moment it no longer does; what it signed before stays good
public record KeyGeneration(String name, Instant from, Instant until, Level level, KeyLocation place) {
    private static final List<String> KNOWN = List.of(
            "from", "until", "level", "keystore", "password", "alias", "library", "slot", "pin", "certificates");

    /// What a signature carries beside itself (ETSI EN 319 142-1): nothing, a time stamp, or that and what a
    /// verifier needs in years to come.
    public enum Level {
        B,
        T,
        LT
    }

    /// Where the key is.
    sealed interface KeyLocation {

        /// In a PKCS#12 file with its chain.
        record File(Path keystore, String password, String alias) implements KeyLocation {
            @Override
            public String toString() {
                return "File[" + keystore + "]";
            }
        }

        /// In a token behind PKCS#11.
        ///
        /// @param library of the token's maker
        /// @param slot its number, or `#0` for the first one there is
        /// @param certificates PEM of the chain, when the token holds no more than the key's own
        record Token(
                Path library,
                String slot,
                String pin,
                String alias,
                @Nullable Path certificates) implements KeyLocation {
            @Override
            public String toString() {
                return "Token[" + library + " slot " + slot + "]";
            }
        }
    }

    boolean signsAt(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    /// The newest of those that sign at a moment.
    static Optional<KeyGeneration> of(List<KeyGeneration> all, Instant moment) {
        return all.stream()
                .filter(generation -> generation.signsAt(moment))
                .max(java.util.Comparator.comparing(KeyGeneration::from).thenComparing(KeyGeneration::name));
    }

    /// A generation as an operator writes it; relative paths begin at the folder.
    ///
    /// @throws IllegalArgumentException with what has to be mended
    static KeyGeneration read(String name, Properties properties, Path folder) {
        var unknown = properties.stringPropertyNames().stream()
                .filter(key -> !KNOWN.contains(key))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw wrong(name, "does not know " + unknown + "; it knows " + String.join(", ", KNOWN));
        }
        var text = new Text(name, properties, folder);
        var from = text.moment("from");
        var until = text.moment("until");
        if (!from.isBefore(until)) {
            throw wrong(name, "ends before it begins");
        }
        return new KeyGeneration(name, from, until, text.level(), text.place());
    }

    private static IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException("key generation " + name + " " + what);
    }

    private record Text(String name, Properties properties, Path folder) {

        KeyLocation place() {
            if (properties.containsKey("library")) {
                var certificates = properties.getProperty("certificates");
                return new KeyLocation.Token(
                        folder.resolve(needed("library")),
                        slot(),
                        needed("pin"),
                        needed("alias"),
                        certificates == null ? null : folder.resolve(certificates.strip()));
            }
            return new KeyLocation.File(folder.resolve(needed("keystore")), needed("password"), needed("alias"));
        }

        Level level() {
            var level = properties.getProperty("level", "B").strip();
            return Arrays.stream(Level.values())
                    .filter(one -> one.name().equals(level))
                    .findFirst()
                    .orElseThrow(() -> wrong(name, "has no level B, T or LT"));
        }

        private String slot() {
            var slot = needed("slot");
            if (!slot.matches("#?[0-9]{1,18}")) {
                throw wrong(name, "has a slot that is no number");
            }
            return slot;
        }

        private Instant moment(String key) {
            try {
                return Instant.parse(needed(key));
            } catch (DateTimeParseException _) {
                throw wrong(name, "needs " + key + " as 2026-01-01T00:00:00Z");
            }
        }

        private String needed(String key) {
            var value = properties.getProperty(key, "").strip();
            if (value.isEmpty()) {
                throw wrong(name, "needs " + key);
            }
            return value;
        }

        @Override
        public String toString() {
            return "Text[" + name + "]";
        }
    }
}
