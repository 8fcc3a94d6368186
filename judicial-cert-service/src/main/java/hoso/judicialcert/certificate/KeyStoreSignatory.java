package hoso.judicialcert.certificate;

import hoso.judicialcert.JudicialCertConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The signing key in a PKCS#12 key store. It is opened when first needed, so that a missing key stops no citizen from
/// asking: cases wait at SIGNING until it is there.
@Singleton
class KeyStoreSignatory implements Signatory {
    private final JudicialCertConfig.Signing config;
    private @Nullable Opened opened;

    private record Opened(PrivateKey key, List<X509Certificate> chain) {
        String algorithm() {
            return switch (key.getAlgorithm()) {
                case "EC" -> "SHA256withECDSA";
                case "RSA" -> "SHA256withRSA";
                default -> throw new IllegalStateException("signing keys are EC or RSA");
            };
        }

        @Override
        public String toString() {
            return "Opened[***]";
        }
    }

    KeyStoreSignatory(JudicialCertConfig config) {
        this.config = config.signing();
    }

    @Override
    public List<X509Certificate> chain() {
        return opened().chain();
    }

    @Override
    public byte[] sign(byte[] bytes) {
        try {
            var key = opened();
            var signature = Signature.getInstance(key.algorithm());
            signature.initSign(key.key());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Opened opened() {
        if (opened == null) {
            opened = open();
        }
        return opened;
    }

    private Opened open() {
        var password = config.password().toCharArray();
        try (var source = Files.newInputStream(config.keystore())) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(source, password);
            var chain = store.getCertificateChain(config.alias());
            if (chain == null || !(store.getKey(config.alias(), password) instanceof PrivateKey key)) {
                throw new IllegalStateException("the key store has no key of that alias");
            }
            return new Opened(
                    key, Arrays.stream(chain).map(X509Certificate.class::cast).toList());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the signing key cannot be opened", e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
