package hoso.judicialcert.proof.document;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.enumerations.SignatureScopeType;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.TrustBundle;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.xml.sax.SAXException;

/// Looks into a signed PDF under a strict policy. The usual policy warns where this one fails: with
/// warnings only, a page replaced or painted over after signing passes as valid.
public final class Examination {
    private final TrustBundle trust;

    public Examination(TrustBundle trust) {
        this.trust = trust;
    }

    /// What is wrong with it; empty when it is signed by us, once, wholly, and nothing was added.
    public Set<Doubt> doubts(byte[] pdf) {
        try {
            var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
            validator.setCertificateVerifier(verifier());
            var doubts = doubts(validator.validateDocument(policy()));
            if (!validator.getSignatures().stream().allMatch(this::isOfSigner)) {
                doubts.add(Doubt.ISSUER_NOT_TRUSTED);
            }
            if (doubts.isEmpty() && !SignatureGap.isFilled(pdf)) {
                doubts.add(Doubt.CHANGED_AFTER_SIGNING);
            }
            return doubts;
        } catch (StackOverflowError
                | RuntimeException
                | IOException
                | JAXBException
                | XMLStreamException
                | SAXException _) {
            // Whatever a hostile file does to a parser is one thing to the one who shows it: it cannot be read.
            return EnumSet.of(Doubt.UNREADABLE);
        }
    }

    /// Under one authority there are many; only some of them are the agency.
    private boolean isOfSigner(AdvancedSignature signature) {
        var token = signature.getSigningCertificateToken();
        return token != null && trust.signers().containsKey(TrustBundle.keyId(token.getCertificate()));
    }

    private static Set<Doubt> doubts(Reports reports) {
        var simple = reports.getSimpleReport();
        var signatures = reports.getDiagnosticData().getSignatures();
        if (signatures.isEmpty()) {
            return EnumSet.of(Doubt.NO_SIGNATURE);
        }
        var doubts = EnumSet.noneOf(Doubt.class);
        if (signatures.size() > 1) {
            doubts.add(Doubt.CHANGED_AFTER_SIGNING);
        }
        for (var signature : signatures) {
            if (!coversAll(signature)) {
                doubts.add(Doubt.CHANGED_AFTER_SIGNING);
            }
            var id = signature.getId();
            if (simple.getIndication(id) != Indication.TOTAL_PASSED) {
                doubts.add(doubt(signature, simple.getSubIndication(id)));
            }
        }
        return doubts;
    }

    private static Doubt doubt(SignatureWrapper signature, @org.jspecify.annotations.Nullable SubIndication why) {
        if (why == SubIndication.NO_CERTIFICATE_CHAIN_FOUND || why == SubIndication.NO_SIGNING_CERTIFICATE_FOUND) {
            return Doubt.ISSUER_NOT_TRUSTED;
        }
        if (why == SubIndication.OUT_OF_BOUNDS_NO_POE || why == SubIndication.OUT_OF_BOUNDS_NOT_REVOKED) {
            return Doubt.SIGNER_OUT_OF_DATE;
        }
        return signature.isSignatureIntact() && signature.isSignatureValid()
                ? Doubt.CHANGED_AFTER_SIGNING
                : Doubt.SIGNATURE_BROKEN;
    }

    private static boolean coversAll(SignatureWrapper signature) {
        return !signature.getSignatureScopes().isEmpty()
                && signature.getSignatureScopes().stream()
                        .allMatch(scope -> scope.getScope() == SignatureScopeType.FULL);
    }

    private CommonCertificateVerifier verifier() {
        var trusted = new CommonTrustedCertificateSource();
        trust.anchors().forEach(anchor -> trusted.addCertificate(new CertificateToken(anchor)));
        // "true": nothing is ever fetched. A certificate shown to us may name any address as its issuer's.
        var verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        return verifier;
    }

    private static EtsiValidationPolicy policy() throws IOException, JAXBException, XMLStreamException, SAXException {
        try (var usual = ValidationPolicyFacade.class.getResourceAsStream("/policy/constraint.xml")) {
            if (usual == null) {
                throw new IOException("no policy");
            }
            return new EtsiValidationPolicy(
                    strict(ValidationPolicyFacade.newFacade().unmarshall(usual)));
        }
    }

    private static ConstraintsParameters strict(ConstraintsParameters usual) {
        var basic = usual.getSignatureConstraints().getBasicSignatureConstraints();
        basic.setByteRangeCollision(level(Level.FAIL));
        basic.setPdfAnnotationOverlap(level(Level.FAIL));
        basic.setPdfVisualDifference(level(Level.FAIL));
        basic.setDocMDP(level(Level.FAIL));
        basic.setFieldMDP(level(Level.FAIL));
        basic.setSigFieldLock(level(Level.FAIL));
        basic.setUndefinedChanges(level(Level.FAIL));
        // The authority's revocation lists are not fetched: nothing is while a stranger's file is looked into.
        basic.getSigningCertificate().setRevocationDataAvailable(level(Level.WARN));
        basic.getSigningCertificate().setAcceptableRevocationDataFound(level(Level.WARN));
        basic.getCACertificate().setRevocationDataAvailable(level(Level.WARN));
        basic.getCACertificate().setAcceptableRevocationDataFound(level(Level.WARN));
        return usual;
    }

    private static LevelConstraint level(Level level) {
        var constraint = new LevelConstraint();
        constraint.setLevel(level);
        return constraint;
    }
}
