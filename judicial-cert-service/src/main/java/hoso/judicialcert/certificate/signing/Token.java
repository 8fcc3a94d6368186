package hoso.judicialcert.certificate.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;

/// A signing key in a token behind PKCS#11; it never leaves there. A call into the token's library cannot be
/// interrupted, so all of them are made by one thread that nobody waits for longer than patience lasts: a token that
/// hangs holds that thread and no other, and whoever comes meanwhile is told at once. A token that failed is opened
/// anew at the next attempt.
final class Token implements Signatory, AutoCloseable {
    /// Between two attempts to open it, however many cases wait.
    private static final Duration RESTING = Duration.ofSeconds(1);

    private final KeyGeneration.KeyLocation.Token place;
    private final Duration patience;
    private final ExecutorService thread;
    private final Semaphore free = new Semaphore(1);
    private volatile boolean hangs;
    private volatile boolean refuses;
    private long failedAt = System.nanoTime() - RESTING.toNanos();
    private @Nullable Opened opened;
    private volatile @Nullable List<X509Certificate> chain;

    private record Opened(AuthProvider provider, PrivateKey key, List<X509Certificate> chain) {
        @Override
        public String toString() {
            return "Opened[***]";
        }
    }

    Token(String name, KeyGeneration.KeyLocation.Token place, Duration patience) {
        this.place = place;
        this.patience = patience;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("token-" + name).factory());
    }

    @Override
    public List<X509Certificate> chain() {
        var known = chain;
        if (known == null) {
            known = within(() -> opened().chain());
            chain = known;
        }
        return known;
    }

    @Override
    public byte[] sign(byte[] bytes) {
        return within(() -> signed(bytes));
    }

    private byte[] signed(byte[] bytes) throws GeneralSecurityException, IOException {
        var token = opened();
        var signature = Signature.getInstance(StoredKey.algorithm(token.key().getAlgorithm()), token.provider());
        signature.initSign(token.key());
        signature.update(bytes);
        return signature.sign();
    }

    private <T> T within(Callable<T> work) {
        if (refuses) {
            throw new SigningAway("the token refuses the PIN; it is asked again when the generation's file changes");
        }
        try {
            if (!(hangs ? free.tryAcquire() : free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS))) {
                throw new SigningAway("the token hangs");
            }
            var answer = thread.submit(() -> {
                try {
                    return work.call();
                } catch (GeneralSecurityException | ProviderException | IOException e) {
                    failed(e);
                    throw e;
                } finally {
                    hangs = false;
                    free.release();
                }
            });
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            hangs = true;
            throw new SigningAway("the token hangs");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SigningAway away) {
                throw away;
            }
            throw new SigningAway("the token does not sign", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SigningAway("interrupted", e);
        }
    }

    private Opened opened() throws GeneralSecurityException, IOException {
        if (opened == null) {
            if (System.nanoTime() - failedAt < RESTING.toNanos()) {
                throw new SigningAway("the token was away a moment ago");
            }
            opened = open();
        }
        return opened;
    }

    private Opened open() throws GeneralSecurityException, IOException {
        var pin = place.pin().toCharArray();
        var provider = (AuthProvider) Security.getProvider("SunPKCS11").configure(settings());
        try {
            var store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            if (!(store.getKey(place.alias(), null) instanceof PrivateKey key)) {
                throw new SigningAway("the token has no key of that alias");
            }
            return new Opened(provider, key, certificates(store));
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            close(provider);
            throw e;
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /// The library is let go of with the last session, so that it finds a token again that was away.
    private String settings() {
        return "--name = Hoso-" + Integer.toHexString(System.identityHashCode(this)) + "\nlibrary = \""
                + Cryptoki.name(place.library()) + "\"\n" + slot() + "\ndestroyTokenAfterLogout = true\n";
    }

    private String slot() {
        return place.slot().startsWith("#") ? "slotListIndex = " + place.slot().substring(1) : "slot = " + place.slot();
    }

    private List<X509Certificate> certificates(KeyStore store) throws GeneralSecurityException, IOException {
        var file = place.certificates();
        if (file != null) {
            try (var source = Files.newInputStream(file)) {
                return CertificateFactory.getInstance("X.509").generateCertificates(source).stream()
                        .map(X509Certificate.class::cast)
                        .toList();
            }
        }
        return Arrays.stream(store.getCertificateChain(place.alias()))
                .map(X509Certificate.class::cast)
                .toList();
    }

    /// A token that says no to the PIN is not asked a second time: after a few times it locks itself for good.
    private void failed(Exception fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof LoginException) {
                refuses = true;
                return;
            }
        }
        forget();
        failedAt = System.nanoTime();
        Cryptoki.end(place.library());
    }

    private void forget() {
        if (opened != null) {
            close(opened.provider());
            opened = null;
        }
    }

    private static void close(AuthProvider provider) {
        try {
            provider.logout();
        } catch (LoginException | RuntimeException _) {
            // It is away: what it held of ours is gone with it.
        }
    }

    /// Ends with the call at hand.
    @Override
    public void close() {
        thread.execute(this::forget);
        thread.shutdown();
    }

    @Override
    public String toString() {
        return "Token[***]";
    }
}
