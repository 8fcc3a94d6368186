package hoso.judicialcert.certificate.signing;

import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.certificate.signing.KeyGeneration.Level;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The signing keys, generation by generation; the newest that is in force signs. The folder is read again every few
/// seconds, so that a new generation comes into force at its moment without a restart. Keys are opened when first
/// needed: a missing key stops no citizen from asking, cases wait at SIGNING until it is there.
@Singleton
class KeyGenerations implements Signatory {
    private static final Logger LOG = Logger.getLogger(KeyGenerations.class);
    private static final String ENDING = ".properties";

    private final JudicialCertConfig.Signing single;
    private final SigningConfig config;
    private final Clock clock;
    private final Map<String, Open> open = new HashMap<>();
    private List<KeyGeneration> read = List.of();
    private Map<Path, String> texts = Map.of();
    private Instant readAt = Instant.MIN;
    private volatile State state = new State("", "", Instant.EPOCH);

    /// How signing stands, for health and operators.
    ///
    /// @param trouble empty when all is well
    record State(String generation, String trouble, Instant since) {}

    private record Open(KeyGeneration generation, Signatory key) {}

    KeyGenerations(JudicialCertConfig judicialCert, SigningConfig config, Clock clock) {
        this.single = judicialCert.signing();
        this.config = config;
        this.clock = clock;
    }

    @Override
    public List<X509Certificate> chain() {
        return now().chain();
    }

    @Override
    public byte[] sign(byte[] bytes) {
        return now().sign(bytes);
    }

    @Override
    public Watched now() {
        var now = clock.instant();
        try {
            var generation = KeyGeneration.of(generations(now), now)
                    .orElseThrow(() -> new SigningAway("no key generation is in force"));
            return new Watched(generation, key(generation));
        } catch (SigningAway e) {
            log("", e.reason());
            throw e;
        }
    }

    /// How signing stood when it was last tried.
    State state() {
        return state;
    }

    /// One generation's key, which tells how it fares.
    final class Watched implements Signatory {
        private final KeyGeneration generation;
        private final Signatory key;

        private Watched(KeyGeneration generation, Signatory key) {
            this.generation = generation;
            this.key = key;
        }

        Level level() {
            return generation.level();
        }

        @Override
        public List<X509Certificate> chain() {
            // A chain is remembered; that it can be told does not mean that its key is there.
            var chain = watched(key::chain, false);
            try {
                chain.getFirst().checkValidity(Date.from(clock.instant()));
                return chain;
            } catch (CertificateException e) {
                var away = new SigningAway("the certificate of generation " + generation.name() + " is out of date", e);
                log(generation.name(), away.reason());
                throw away;
            }
        }

        @Override
        public byte[] sign(byte[] bytes) {
            return watched(() -> key.sign(bytes), true);
        }

        private <T> T watched(Supplier<T> work, boolean isProof) {
            try {
                var done = work.get();
                if (isProof) {
                    log(generation.name(), "");
                }
                return done;
            } catch (SigningAway e) {
                log(generation.name(), e.reason());
                throw e;
            }
        }
    }

    private void log(String generation, String trouble) {
        var before = state;
        if (before.generation().equals(generation) && before.trouble().equals(trouble)) {
            return;
        }
        state = new State(generation, trouble, clock.instant());
        if (trouble.isEmpty()) {
            LOG.infof("signing generation=%s signs", generation);
        } else {
            LOG.warnf("signing generation=%s away: %s", generation, trouble);
        }
    }

    private synchronized Signatory key(KeyGeneration generation) {
        var known = open.get(generation.name());
        if (known == null || !known.generation().equals(generation)) {
            known = new Open(generation, key(generation.name(), generation.place()));
            close(open.put(generation.name(), known));
        }
        return known.key();
    }

    private Signatory key(String name, KeyGeneration.KeyLocation place) {
        return switch (place) {
            case KeyGeneration.KeyLocation.File file -> StoredKey.open(file);
            case KeyGeneration.KeyLocation.Token token -> new Token(name, token, config.patience());
        };
    }

    private static void close(@Nullable Open old) {
        if (old != null && old.key() instanceof Token token) {
            token.close();
        }
    }

    private synchronized List<KeyGeneration> generations(Instant now) {
        if (config.generations().isEmpty()) {
            return List.of(new KeyGeneration(
                    "single",
                    Instant.MIN,
                    Instant.MAX,
                    Level.B,
                    new KeyGeneration.KeyLocation.File(single.keystore(), single.password(), single.alias())));
        }
        if (readAt.isBefore(now.minus(config.reread()))) {
            reread(config.generations().get());
            readAt = now;
        }
        return read;
    }

    /// A folder that cannot be read, or holds a file that is wrong, changes nothing: who signed goes on signing.
    private void reread(Path folder) {
        try (var listed = Files.list(folder)) {
            var found = new HashMap<Path, String>();
            for (var file : listed.filter(path -> path.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                found.put(file, Files.readString(file));
            }
            if (!found.equals(texts)) {
                read = parsed(found, folder);
                texts = found;
                LOG.infof(
                        "signing generations=%s",
                        read.stream().map(KeyGeneration::name).toList());
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf("signing generations not read: %s", e instanceof IOException ? "no such folder" : e.getMessage());
        }
    }

    private static List<KeyGeneration> parsed(Map<Path, String> found, Path folder) throws IOException {
        var generations = new ArrayList<KeyGeneration>();
        for (var file : found.entrySet()) {
            var properties = new Properties();
            properties.load(new java.io.StringReader(file.getValue()));
            var name = String.valueOf(file.getKey().getFileName());
            generations.add(KeyGeneration.read(name.substring(0, name.length() - ENDING.length()), properties, folder));
        }
        return List.copyOf(generations);
    }

    @PreDestroy
    synchronized void end() {
        open.values().forEach(KeyGenerations::close);
        open.clear();
    }
}
