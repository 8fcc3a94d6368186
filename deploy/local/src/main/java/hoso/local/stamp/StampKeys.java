package hoso.local.stamp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The keys of a time-stamp authority and of the authority above it. They live as long as the process.
record StampKeys(KeyPair key, X509Certificate certificate, KeyPair above, X509Certificate anchor) {
    private static final X500Name ANCHOR = new X500Name("C=VN,O=Hoso,CN=Hoso Local Time Stamp Root (thử nghiệm)");
    private static final X500Name NAME = new X500Name("C=VN,O=Hoso,CN=Hoso Local Time Stamps (thử nghiệm)");
    private static final String ALGORITHM = "SHA256withECDSA";

    /// New keys, with certificates for a year.
    static StampKeys made(Instant now, int serial) throws GeneralSecurityException {
        var above = pair();
        var anchor = certificate(
                ANCHOR, above, ANCHOR, above, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)), serial);
        var key = pair();
        var own = certificate(
                NAME, key, ANCHOR, above, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)), serial + 1);
        return new StampKeys(key, own, above, anchor);
    }

    /// The same keys with a certificate that was over yesterday.
    StampKeys overSince(Instant now) throws GeneralSecurityException {
        return new StampKeys(
                key,
                certificate(
                        NAME, key, ANCHOR, above, now.minus(Duration.ofDays(10)), now.minus(Duration.ofDays(1)), 99),
                above,
                anchor);
    }

    String anchorPem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(anchor.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Nothing was revoked.
    byte[] revocationList(Instant now) {
        try {
            var list = new JcaX509v2CRLBuilder(anchor, Date.from(now.minus(Duration.ofMinutes(1))));
            list.setNextUpdate(Date.from(now.plus(Duration.ofDays(1))));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.getEpochSecond())));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(anchor.getPublicKey()));
            return list.build(new JcaContentSignerBuilder(ALGORITHM).build(above.getPrivate()))
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            X500Name name, KeyPair key, X500Name issuer, KeyPair issuerKey, Instant from, Instant until, int serial)
            throws GeneralSecurityException {
        var isAnchor = name.equals(issuer);
        try {
            var extensions = new JcaX509ExtensionUtils();
            var builder = new JcaX509v3CertificateBuilder(
                    issuer, BigInteger.valueOf(serial + 1L), Date.from(from), Date.from(until), name, key.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAnchor));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(isAnchor ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key.getPublic()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    extensions.createAuthorityKeyIdentifier(issuerKey.getPublic()));
            if (!isAnchor) {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder(ALGORITHM).build(issuerKey.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
