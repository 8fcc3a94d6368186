package hoso.judicialcert.certificate.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/// A signing key out of a PKCS#12 file.
final class StoredKey implements Signatory {
    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private StoredKey(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = chain;
    }

    static StoredKey open(KeyGeneration.KeyLocation.File place) {
        var password = place.password().toCharArray();
        try (var source = Files.newInputStream(place.keystore())) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(source, password);
            var chain = store.getCertificateChain(place.alias());
            if (chain == null || !(store.getKey(place.alias(), password) instanceof PrivateKey key)) {
                throw new SigningAway("the key store has no key of that alias");
            }
            return new StoredKey(
                    key, Arrays.stream(chain).map(X509Certificate.class::cast).toList());
        } catch (IOException | GeneralSecurityException e) {
            throw new SigningAway("the signing key cannot be opened", e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    @Override
    public List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance(algorithm(key.getAlgorithm()));
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new SigningAway("the signing key does not sign", e);
        }
    }

    /// The signature algorithm of a kind of key: EC P-256 or RSA, both with SHA-256.
    static String algorithm(String kind) {
        return switch (kind) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> throw new SigningAway("signing keys are EC or RSA");
        };
    }

    @Override
    public String toString() {
        return "StoredKey[***]";
    }
}
