package hoso.judicialcert.certificate.signing;

import hoso.chassis.http.Exchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/// Asks a time-stamp authority by HTTP. A token counts when it answers this very request (imprint, nonce), is signed by
/// a certificate for time stamps under an authority we trust that was valid at that time, and its time is not far
/// from ours.
final class TimeStampClient implements TimeStamps {
    /// Tokens have some kilobytes.
    private static final int LARGEST = 64 << 10;

    private static final int NONCE = 8;
    private final URI url;
    private final Supplier<List<X509Certificate>> anchors;
    private final Duration tolerance;
    private final Clock clock;
    private final IntFunction<byte[]> random;
    private final Exchange http;

    TimeStampClient(
            URI url,
            Supplier<List<X509Certificate>> anchors,
            Duration timeout,
            Duration tolerance,
            Clock clock,
            IntFunction<byte[]> random) {
        this.url = url;
        this.anchors = anchors;
        this.tolerance = tolerance;
        this.clock = clock;
        this.random = random;
        this.http = new Exchange(timeout, timeout, LARGEST);
    }

    @Override
    public Stamp over(byte[] digest) {
        try {
            var generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            var request =
                    generator.generate(NISTObjectIdentifiers.id_sha256, digest, new BigInteger(1, random.apply(NONCE)));
            var response = new TimeStampResponse(ask(request.getEncoded()));
            // Imprint, nonce and policy are those asked for, or it throws.
            response.validate(request);
            var token = response.getTimeStampToken();
            if (token == null) {
                throw new SigningAway("the time-stamp authority refuses, status " + response.getStatus());
            }
            return new Stamp(token.getEncoded("DER"), checked(token));
        } catch (TSPException | CMSException | GeneralSecurityException | OperatorCreationException e) {
            throw new SigningAway("the time stamp is not to be trusted: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new SigningAway("the time-stamp authority does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SigningAway("interrupted", e);
        }
    }

    private byte[] ask(byte[] request) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(url)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return answer.body();
    }

    private List<X509Certificate> checked(TimeStampToken token)
            throws TSPException, CMSException, GeneralSecurityException, OperatorCreationException, IOException {
        var time = token.getTimeStampInfo().getGenTime();
        var away = Duration.between(time.toInstant(), clock.instant()).abs();
        if (away.compareTo(tolerance) > 0) {
            throw new SigningAway("the time-stamp authority's clock and ours differ by " + away);
        }
        var certificates = new ArrayList<X509Certificate>();
        for (var holder : token.getCertificates().getMatches(null)) {
            certificates.add(certificate(holder));
        }
        for (var certificate : certificates) {
            if (token.getSID().match(new X509CertificateHolder(certificate.getEncoded()))) {
                // The signature, the certificate's purpose, and that it was valid at that time.
                token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
                return path(certificate, certificates, time);
            }
        }
        throw new SigningAway("the time stamp does not bring its certificate");
    }

    private List<X509Certificate> path(X509Certificate signer, List<X509Certificate> others, Date time)
            throws GeneralSecurityException {
        var wanted = new X509CertSelector();
        wanted.setCertificate(signer);
        var trusted = new HashSet<TrustAnchor>();
        anchors.get().forEach(anchor -> trusted.add(new TrustAnchor(anchor, null)));
        var parameters = new PKIXBuilderParameters(trusted, wanted);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
        parameters.setDate(time);
        // Revocation is asked about where it is embedded; see Revocations.
        parameters.setRevocationEnabled(false);
        var built =
                (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
        var path = new ArrayList<X509Certificate>();
        for (var certificate : built.getCertPath().getCertificates()) {
            path.add((X509Certificate) certificate);
        }
        var anchor = built.getTrustAnchor().getTrustedCert();
        if (!path.contains(anchor)) {
            path.add(anchor);
        }
        return List.copyOf(path);
    }

    private static X509Certificate certificate(X509CertificateHolder holder)
            throws GeneralSecurityException, IOException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    }
}
