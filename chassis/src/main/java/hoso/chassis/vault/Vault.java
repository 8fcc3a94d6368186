package hoso.chassis.vault;

import hoso.chassis.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/// Seals personal columns with a data key per subject, itself wrapped by the key of the service. Forgetting a subject
/// drops the data key: every copy of what it sealed, in back-ups too, is then unreadable.
@ApplicationScoped
public class Vault {
    private static final int CACHED = 10_000;
    private static final int KEY_BYTES = 32;

    private static final String STORED_OR_MADE = """
            with made as (
              insert into subject_key (subject, wrapped) values (?, ?) on conflict do nothing returning wrapped
            )
            select wrapped from made union all select wrapped from subject_key where subject = ?
            """;

    private final Statements statements;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;
    private final VaultConfig config;
    private final SecretKeySpec wrapping;
    private final SecureRandom random = new SecureRandom();
    private final Map<UUID, Opened> opened = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Opened> eldest) {
            return size() > CACHED;
        }
    };

    private record Opened(SecretKeySpec key, Instant until) {}

    /// The keys that the transaction at hand has read or made, so that it reads each once.
    private static final class AtHand {
        private final Map<UUID, SecretKeySpec> keys = new HashMap<>();
    }

    Vault(
            Statements statements,
            TransactionSynchronizationRegistry transaction,
            Clock clock,
            VaultConfig config,
            Keys keys) {
        this.statements = statements;
        this.transaction = transaction;
        this.clock = clock;
        this.config = config;
        this.wrapping = keys.wrapping();
    }

    /// Seals bytes for a subject. The first time, the subject gets its key in the transaction at hand.
    @Transactional
    public byte[] seal(UUID subject, byte[] plain) {
        var key = known(subject).orElseGet(() -> storedOrMade(subject));
        return Sealing.seal(key, subject, plain);
    }

    /// Opens what was sealed for this subject.
    ///
    /// @throws NoSuchElementException when the subject was forgotten
    @Transactional
    public byte[] open(UUID subject, byte[] sealed) {
        var key = known(subject)
                .or(() -> stored(subject))
                .orElseThrow(() -> new NoSuchElementException("no key of this subject"));
        return Sealing.open(key, subject, sealed);
    }

    /// Drops the key of a subject.
    @Transactional
    public void forget(UUID subject) {
        statements.update("delete from subject_key where subject = ?", subject);
        atHand().keys.remove(subject);
        synchronized (opened) {
            opened.remove(subject);
        }
    }

    private Optional<SecretKeySpec> known(UUID subject) {
        synchronized (opened) {
            var one = opened.get(subject);
            if (one != null && clock.instant().isBefore(one.until())) {
                return Optional.of(one.key());
            }
        }
        return Optional.ofNullable(atHand().keys.get(subject));
    }

    private AtHand atHand() {
        var known = (AtHand) transaction.getResource(AtHand.class);
        if (known == null) {
            known = new AtHand();
            transaction.putResource(AtHand.class, known);
        }
        return known;
    }

    private Optional<SecretKeySpec> stored(UUID subject) {
        return statements
                .first("select wrapped from subject_key where subject = ?", row -> row.getBytes(1), subject)
                .map(wrapped -> unwrapped(subject, wrapped));
    }

    /// The key the subject has, or a new one. Two transactions may meet here: the second waits for the first, does not
    /// see the key it made, and asks again.
    private SecretKeySpec storedOrMade(UUID subject) {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return statements
                .first(STORED_OR_MADE, row -> row.getBytes(1), subject, Sealing.seal(wrapping, subject, bytes), subject)
                .map(wrapped -> unwrapped(subject, wrapped))
                .or(() -> stored(subject))
                .orElseThrow(() -> new IllegalStateException("the key of a subject went away"));
    }

    private SecretKeySpec unwrapped(UUID subject, byte[] wrapped) {
        return remember(subject, new SecretKeySpec(Sealing.open(wrapping, subject, wrapped), "AES"));
    }

    /// A key is cached only once its row is committed: one whose transaction rolled back must never seal anything.
    private SecretKeySpec remember(UUID subject, SecretKeySpec key) {
        var here = atHand();
        here.keys.put(subject, key);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing to do before: what matters is how it ends.
            }

            @Override
            public void afterCompletion(int status) {
                // Nor one that the same transaction dropped again.
                if (status == Status.STATUS_COMMITTED && here.keys.containsKey(subject)) {
                    synchronized (opened) {
                        opened.put(subject, new Opened(key, clock.instant().plus(config.cache())));
                    }
                }
            }
        });
        return key;
    }
}
