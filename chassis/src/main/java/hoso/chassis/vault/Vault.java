package hoso.chassis.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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

    private final EntityManager entities;
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

    Vault(
            EntityManager entities,
            TransactionSynchronizationRegistry transaction,
            Clock clock,
            VaultConfig config,
            Keys keys) {
        this.entities = entities;
        this.transaction = transaction;
        this.clock = clock;
        this.config = config;
        this.wrapping = keys.wrapping();
    }

    /// Seals bytes for a subject. The first time, the subject gets its key in the transaction at hand.
    @Transactional
    public byte[] seal(UUID subject, byte[] plain) {
        var key = find(subject).orElseGet(() -> make(subject));
        return Sealing.seal(key, subject, plain);
    }

    /// Opens what was sealed for this subject.
    ///
    /// @throws NoSuchElementException when the subject was forgotten
    @Transactional
    public byte[] open(UUID subject, byte[] sealed) {
        var key = find(subject).orElseThrow(() -> new NoSuchElementException("no key of this subject"));
        return Sealing.open(key, subject, sealed);
    }

    /// Drops the key of a subject.
    @Transactional
    public void forget(UUID subject) {
        entities.createNativeQuery("delete from subject_key where subject = :subject")
                .setParameter("subject", subject)
                .executeUpdate();
        synchronized (opened) {
            opened.remove(subject);
        }
    }

    private Optional<SecretKeySpec> find(UUID subject) {
        synchronized (opened) {
            var one = opened.get(subject);
            if (one != null && clock.instant().isBefore(one.until())) {
                return Optional.of(one.key());
            }
        }
        return stored(subject);
    }

    private Optional<SecretKeySpec> stored(UUID subject) {
        List<?> rows = entities.createNativeQuery(
                        "select wrapped from subject_key where subject = :subject", byte[].class)
                .setParameter("subject", subject)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(byte[].class::cast)
                .map(wrapped -> new SecretKeySpec(Sealing.open(wrapping, subject, wrapped), "AES"))
                .map(key -> remember(subject, key));
    }

    /// Two transactions may meet here: the second waits for the first and then takes the key the first made.
    private SecretKeySpec make(UUID subject) {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        var made = entities.createNativeQuery(
                        "insert into subject_key (subject, wrapped) values (:subject, :wrapped) on conflict do nothing")
                .setParameter("subject", subject)
                .setParameter("wrapped", Sealing.seal(wrapping, subject, bytes))
                .executeUpdate();
        if (made == 1) {
            return new SecretKeySpec(bytes, "AES");
        }
        return stored(subject).orElseThrow(() -> new IllegalStateException("the key of a subject went away"));
    }

    /// A key is cached only once its row is committed: one whose transaction rolled back must never seal anything.
    private SecretKeySpec remember(UUID subject, SecretKeySpec key) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing to do before: what matters is how it ends.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    synchronized (opened) {
                        opened.put(subject, new Opened(key, clock.instant().plus(config.cache())));
                    }
                }
            }
        });
        return key;
    }
}
