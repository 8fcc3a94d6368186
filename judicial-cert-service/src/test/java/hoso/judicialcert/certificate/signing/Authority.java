package hoso.judicialcert.certificate.signing;

import hoso.chassis.testing.TestClock;
import hoso.judicialcert.proof.statement.TrustBundle;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
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
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/// A certificate authority of the test's own, with one signing key under it. Two of the same name share
/// nothing but the name.
public final class Authority {
    private static final X500Name CA = new X500Name("C=VN,O=Hoso,CN=Hoso Test Authority");
    private static final X500Name SIGNER = new X500Name("C=VN,O=Hoso,CN=Cục Hồ sơ nghiệp vụ (thử nghiệm)");
    private final X509Certificate anchor;
    private final X509Certificate leaf;
    private final KeyPair key;
    private final KeyPair caKey;

    /// What keys there are.
    public enum Kind {
        EC,
        RSA
    }

    /// Tests that name a day of 2026 and tests that take today's both lie in between.
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static final int YEARS = 20;

    public Authority() {
        this(Kind.EC);
    }

    /// One whose signing key is RSA of 3072 bits.
    public static Authority rsa() {
        return new Authority(Kind.RSA);
    }

    public Authority(Kind kind) {
        this(kind, BEGIN);
    }

    private Authority(Kind kind, Instant begin) {
        try {
            this.caKey = pair(Kind.EC);
            this.key = pair(kind);
            this.anchor = certificate(CA, caKey, CA, caKey, 1, true);
            this.leaf = certificate(SIGNER, key, CA, caKey, 2, false, begin);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One whose signing key came into force at that moment.
    public static Authority since(Instant begin) {
        return new Authority(Kind.EC, begin);
    }

    private Authority(Authority above, X500Name name) {
        try {
            this.caKey = above.caKey;
            this.key = pair(Kind.EC);
            this.anchor = above.anchor;
            this.leaf = certificate(name, key, CA, caKey, 3, false);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Another key under the same authority, of somebody who is not the agency but calls themselves so.
    public Authority neighbour() {
        return new Authority(this, SIGNER);
    }

    public X509Certificate anchor() {
        return anchor;
    }

    List<X509Certificate> chain() {
        return List.of(leaf, anchor);
    }

    PrivateKey key() {
        return key.getPrivate();
    }

    /// What the authority says about revoked certificates.
    byte[] revocationList(X509Certificate... revoked) {
        try {
            var now = TestClock.now();
            var list = new JcaX509v2CRLBuilder(anchor, Date.from(now.minus(1, ChronoUnit.MINUTES)));
            list.setNextUpdate(Date.from(now.plus(1, ChronoUnit.DAYS)));
            for (var one : revoked) {
                list.addCRLEntry(one.getSerialNumber(), Date.from(now), CRLReason.keyCompromise);
            }
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(anchor.getPublicKey()));
            return list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(caKey.getPrivate()))
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public X509Certificate signer() {
        return leaf;
    }

    /// What somebody believes who believes this authority.
    public TrustBundle trust() {
        return TrustBundle.of(List.of(anchor), List.of(leaf));
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
                    var signature = Signature.getInstance(
                            StoredKey.algorithm(key.getPrivate().getAlgorithm()));
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

    /// A signature in the form of CMS over bytes that stand elsewhere.
    public byte[] detached(byte[] content) {
        try {
            var algorithm = key.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(new JcaContentSignerBuilder(algorithm).build(key.getPrivate()), leaf));
            generator.addCertificates(new JcaCertStore(List.of(leaf, anchor)));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException(e);
        }
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

    private static KeyPair pair(Kind kind) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(kind.name());
        switch (kind) {
            case EC -> generator.initialize(new ECGenParameterSpec("secp256r1"));
            case RSA -> generator.initialize(3072);
        }
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            X500Name subject, KeyPair subjectKey, X500Name issuer, KeyPair issuerKey, int serial, boolean isAuthority)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        return certificate(subject, subjectKey, issuer, issuerKey, serial, isAuthority, BEGIN);
    }

    private static X509Certificate certificate(
            X500Name subject,
            KeyPair subjectKey,
            X500Name issuer,
            KeyPair issuerKey,
            int serial,
            boolean isAuthority,
            Instant begin)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(serial),
                Date.from(begin),
                Date.from(begin.plus(YEARS * 366, ChronoUnit.DAYS)),
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
