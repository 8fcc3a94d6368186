package hoso.judicialcert.certificate.signing;

import hoso.chassis.hash.Sha256;
import hoso.judicialcert.certificate.pdf.RevocationEvidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// The signature container of PAdES baseline B (ETSI EN 319 142-1, RFC 5652): certificates, the three attributes that
/// are signed, the signature. Without the time of signing: in a PDF that stands beside the container.
final class Cms {
    private static final AlgorithmIdentifier SHA_256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private static final ASN1ObjectIdentifier CONTENT = CMSObjectIdentifiers.data;

    private static final ASN1ObjectIdentifier ARCHIVAL = new ASN1ObjectIdentifier("1.2.840.113583.1.1.8");

    /// An ECDSA signature is up to two bytes longer than the one that was measured.
    private static final int SPREAD = 8;

    private static final int ELLIPTIC_SIGNATURE = 72;

    private final Certificate leaf;
    private final DERSet certificates;
    private final AlgorithmIdentifier algorithm;
    private final Attribute signingCertificate;
    private final int size;

    Cms(List<X509Certificate> chain) {
        try {
            this.leaf = Certificate.getInstance(chain.getFirst().getEncoded());
            var all = new ASN1EncodableVector();
            for (var certificate : chain) {
                all.add(Certificate.getInstance(certificate.getEncoded()));
            }
            this.certificates = new DERSet(all);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
        var isElliptic = chain.getFirst().getPublicKey().getAlgorithm().equals("EC");
        this.algorithm = isElliptic
                ? new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256)
                : new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
        this.signingCertificate = attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new SigningCertificateV2(new ESSCertIDv2(digest(leaf), issuerSerial(leaf))));
        var signatureSize = chain.getFirst().getPublicKey() instanceof RSAPublicKey rsa
                ? (rsa.getModulus().bitLength() + 7) / 8
                : ELLIPTIC_SIGNATURE;
        this.size = contained(attributes(new byte[32], RevocationEvidence.NONE), new byte[signatureSize], new byte[0])
                        .length
                + SPREAD;
    }

    /// An upper bound of its bytes, without a time stamp.
    int size() {
        return size;
    }

    /// An upper bound of its bytes with these revocation data, without a time stamp.
    int size(RevocationEvidence evidence) {
        return size + (evidence.isEmpty() ? 0 : der(archival(evidence)).length + SPREAD);
    }

    /// What has to be signed for a document with this digest: the DER of the attributes.
    ASN1Set attributes(byte[] digest, RevocationEvidence evidence) {
        var attributes = new ASN1EncodableVector();
        attributes.add(attribute(CMSAttributes.contentType, CONTENT));
        attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(digest)));
        attributes.add(signingCertificate);
        if (!evidence.isEmpty()) {
            attributes.add(archival(evidence));
        }
        return new DERSet(attributes);
    }

    /// Revocation data among what is signed (ISO 32000-1 12.8.3.3.2). They also stand in the document's security store,
    /// where ETSI wants them; but some validators look for a store only in what was appended after the signature.
    private static Attribute archival(RevocationEvidence evidence) {
        var both = new ASN1EncodableVector();
        if (!evidence.lists().isEmpty()) {
            both.add(new DERTaggedObject(true, 0, sequence(evidence.lists())));
        }
        if (!evidence.answers().isEmpty()) {
            both.add(new DERTaggedObject(true, 1, sequence(evidence.answers())));
        }
        return attribute(ARCHIVAL, new DERSequence(both));
    }

    private static DERSequence sequence(List<byte[]> encoded) {
        var all = new ASN1EncodableVector();
        for (var one : encoded) {
            all.add(ASN1Sequence.getInstance(one));
        }
        return new DERSequence(all);
    }

    /// The container.
    ///
    /// @param stamp a time-stamp token (RFC 3161) over the signature; empty for none
    byte[] contained(ASN1Set attributes, byte[] signature, byte[] stamp) {
        var signer = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(
                        leaf.getIssuer(), leaf.getSerialNumber().getValue())),
                SHA_256,
                attributes,
                algorithm,
                new DEROctetString(signature),
                stamp.length == 0
                        ? null
                        : new DERSet(attribute(
                                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, ContentInfo.getInstance(stamp))));
        var data = new SignedData(
                new DERSet(SHA_256), new ContentInfo(CONTENT, null), certificates, null, new DERSet(signer));
        return der(new ContentInfo(CMSObjectIdentifiers.signedData, data));
    }

    static byte[] der(ASN1Encodable object) {
        try {
            return object.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] digest(Certificate certificate) {
        return Sha256.of(der(certificate));
    }

    private static IssuerSerial issuerSerial(Certificate certificate) {
        return new IssuerSerial(
                new GeneralNames(new GeneralName(certificate.getIssuer())), certificate.getSerialNumber());
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }
}
