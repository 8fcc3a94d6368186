package hoso.judicialcert.certificate.signing;

import hoso.chassis.http.Exchange;
import hoso.judicialcert.certificate.pdf.RevocationEvidence;
import hoso.judicialcert.proof.statement.TrustBundle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/// Revocation lists from where the settings say, and an OCSP responder for what they do not tell of. Never from an
/// address that stands in a certificate.
final class RevocationClient implements Revocations {
    /// A list of a nation's signers may have megabytes; one that has more is not embedded in a certificate.
    private static final int LARGEST = 4 << 20;

    private final SigningConfig.Revocation config;
    private final Clock clock;
    private final IntFunction<byte[]> random;
    private final Exchange http;
    private final Map<URI, Fetched> fetched = new ConcurrentHashMap<>();

    private record Fetched(X509CRL list, Instant at) {}

    RevocationClient(SigningConfig.Revocation config, Clock clock, IntFunction<byte[]> random) {
        this.config = config;
        this.clock = clock;
        this.random = random;
        this.http = new Exchange(config.timeout(), config.timeout(), LARGEST);
    }

    @Override
    public RevocationEvidence about(List<X509Certificate> chain) {
        var lists = new ArrayList<byte[]>();
        var answers = new ArrayList<byte[]>();
        var certificates = new ArrayList<X509Certificate>();
        try {
            for (var i = 0; i < chain.size() - 1; i++) {
                var certificate = chain.get(i);
                var issuer = chain.get(i + 1);
                var list = list(issuer);
                if (list.isPresent()) {
                    if (list.get().isRevoked(certificate)) {
                        throw revoked(certificate);
                    }
                    lists.add(list.get().getEncoded());
                } else {
                    var answer = ask(certificate, issuer);
                    answers.add(answer.getEncoded());
                    for (var holder : answer.getCerts()) {
                        certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
                    }
                }
            }
            return new RevocationEvidence(lists, answers, certificates);
        } catch (GeneralSecurityException | OCSPException | OperatorCreationException e) {
            throw new SigningAway("revocation data are not to be trusted", e);
        } catch (IOException e) {
            throw new SigningAway("revocation data cannot be had", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SigningAway("interrupted", e);
        }
    }

    private static boolean isOver(@Nullable Date end, Instant now) {
        return end == null || !end.toInstant().isAfter(now);
    }

    private static SigningAway revoked(X509Certificate certificate) {
        return new SigningRevoked(TrustBundle.keyId(certificate));
    }

    /// The issuer's list, if it is one of those configured, good and in date.
    private Optional<X509CRL> list(X509Certificate issuer)
            throws GeneralSecurityException, IOException, InterruptedException {
        var now = clock.instant();
        for (var source : config.lists().orElse(List.of())) {
            var known = fetched.get(source);
            if (known == null
                    || known.at().isBefore(now.minus(config.keep()))
                    || isOver(known.list().getNextUpdate(), now)) {
                known = new Fetched(read(source), now);
                fetched.put(source, known);
            }
            var list = known.list();
            if (list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                list.verify(issuer.getPublicKey());
                if (isOver(list.getNextUpdate(), now)) {
                    throw new SigningAway("the revocation list of " + source.getHost() + " is out of date");
                }
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }

    private X509CRL read(URI source) throws GeneralSecurityException, IOException, InterruptedException {
        var bytes = "file".equals(source.getScheme())
                ? Files.readAllBytes(Path.of(source))
                : send(HttpRequest.newBuilder(source).GET());
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes));
    }

    private byte[] send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return answer.body();
    }

    private BasicOCSPResp ask(X509Certificate certificate, X509Certificate issuer)
            throws GeneralSecurityException, OCSPException, OperatorCreationException, IOException,
                    InterruptedException {
        var responder = config.responder()
                .orElseThrow(() ->
                        new SigningAway("no revocation list tells of certificate " + TrustBundle.keyId(certificate)));
        var id = new CertificateID(
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                new JcaX509CertificateHolder(issuer),
                certificate.getSerialNumber());
        var nonce = new DEROctetString(random.apply(16));
        var request = new OCSPReqBuilder()
                .addRequest(id)
                .setRequestExtensions(new Extensions(
                        new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, nonce.getEncoded())))
                .build();
        var response = new OCSPResp(send(HttpRequest.newBuilder(responder)
                .header("Content-Type", "application/ocsp-request")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))));
        if (!(response.getResponseObject() instanceof BasicOCSPResp basic)) {
            throw new SigningAway("the OCSP responder refuses, status " + response.getStatus());
        }
        check(basic, id, nonce, certificate, issuer);
        return basic;
    }

    private void check(
            BasicOCSPResp answer,
            CertificateID id,
            DEROctetString nonce,
            X509Certificate certificate,
            X509Certificate issuer)
            throws GeneralSecurityException, OCSPException, OperatorCreationException {
        var signer = answer.getCerts().length == 0 ? new JcaX509CertificateHolder(issuer) : answer.getCerts()[0];
        if (!answer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(signer))
                || !mayAnswer(signer, issuer)) {
            throw new SigningAway("the OCSP answer is signed by a stranger");
        }
        var answered = answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (answered != null && !answered.getParsedValue().equals(nonce)) {
            throw new SigningAway("the OCSP answer is for another question");
        }
        for (var one : answer.getResponses()) {
            if (one.getCertID().equals(id)) {
                if (!Objects.equals(one.getCertStatus(), CertificateStatus.GOOD)) {
                    throw revoked(certificate);
                }
                if (one.getNextUpdate() != null && isOver(one.getNextUpdate(), clock.instant())) {
                    throw new SigningAway("the OCSP answer is out of date");
                }
                return;
            }
        }
        throw new SigningAway("the OCSP answer is about another certificate");
    }

    /// The issuer itself, or whom it appointed (RFC 6960 section 4.2.2.2).
    private static boolean mayAnswer(X509CertificateHolder signer, X509Certificate issuer)
            throws GeneralSecurityException {
        var certificate = new JcaX509CertificateConverter().getCertificate(signer);
        if (certificate.equals(issuer)) {
            return true;
        }
        certificate.verify(issuer.getPublicKey());
        var purposes = ExtendedKeyUsage.fromExtensions(signer.getExtensions());
        return purposes != null && purposes.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning);
    }
}
