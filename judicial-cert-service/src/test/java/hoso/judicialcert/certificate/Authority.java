package hoso.judicialcert.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority of the test's own, with one signing key under it. Two of the same name share
/// nothing but the name.
public final class Authority {
    private static final X500Name CA = new X500Name("C=VN,O=Hoso,CN=Hoso Test Authority");
    private static final X500Name SIGNER = new X500Name("C=VN,O=Hoso,CN=Cục Hồ sơ nghiệp vụ (thử nghiệm)");
    private final X509Certificate anchor;
    private final X509Certificate leaf;
    private final KeyPair key;

    public Authority() {
        try {
            var caKey = pair();
            this.key = pair();
            this.anchor = certificate(CA, caKey, CA, caKey, 1, true);
            this.leaf = certificate(SIGNER, key, CA, caKey, 2, false);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public X509Certificate anchor() {
        return anchor;
    }

    public Signatory signatory() {
        return new Signatory() {
            @Override
            public List<X509Certificate> chain() {
                return List.of(leaf, anchor);
            }

            @Override
            public byte[] sign(byte[] bytes) {
                try {
                    var signature = Signature.getInstance("SHA256withECDSA");
                    signature.initSign(key.getPrivate());
                    signature.update(bytes);
                    return signature.sign();
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    /// Statements signed with that key.
    public SignedStatement statement() {
        return new SignedStatement(signatory());
    }

    /// Writes key store and trust anchor, as an operator has them.
    public void writeTo(Path keystore, String password, String alias, Path trustAnchor) {
        try (var out = Files.newOutputStream(keystore)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(alias, key.getPrivate(), password.toCharArray(), new Certificate[] {leaf, anchor});
            store.store(out, password.toCharArray());
            Files.writeString(
                    trustAnchor,
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder().encodeToString(anchor.getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            X500Name subject, KeyPair subjectKey, X500Name issuer, KeyPair issuerKey, int serial, boolean isAuthority)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        var now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(serial),
                Date.from(now.minus(1, ChronoUnit.DAYS)),
                Date.from(now.plus(365, ChronoUnit.DAYS)),
                subject,
                subjectKey.getPublic());
        var extensions = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(isAuthority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.nonRepudiation));
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(subjectKey.getPublic()));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                extensions.createAuthorityKeyIdentifier(issuerKey.getPublic()));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey.getPrivate())));
    }
}
