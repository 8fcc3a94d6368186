package hoso.local.stamp;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.local.http.Call;
import hoso.local.http.Lifeline;
import hoso.local.http.Refused;
import hoso.local.http.Reply;
import hoso.local.http.Settings;
import hoso.local.http.Site;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// `POST /` stamps (RFC 3161 over HTTP); `GET /anchor` is its trust anchor (PEM), `GET /crl` its revocation list. `POST
/// /sandbox {delayMs, down, wrongNonce, wrongImprint, expired, stranger, refuses}` makes it slow, unreachable, answer
/// another request, sign with a certificate that was over, or under an authority nobody knows, or refuse.
public final class TimeStampAuthority {
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
    private static final ASN1ObjectIdentifier SHA_1 = new ASN1ObjectIdentifier("1.3.14.3.2.26");

    /// How it behaves at the moment.
    private record Behaviour(
            long delayMs,
            boolean down,
            boolean wrongNonce,
            boolean wrongImprint,
            boolean expired,
            boolean stranger,
            boolean refuses) {
        static final Behaviour GOOD = new Behaviour(0, false, false, false, false, false, false);

        Behaviour changed(JsonNode wish) {
            return new Behaviour(
                    wish.path("delayMs").asLong(delayMs),
                    wish.path("down").asBoolean(down),
                    wish.path("wrongNonce").asBoolean(wrongNonce),
                    wish.path("wrongImprint").asBoolean(wrongImprint),
                    wish.path("expired").asBoolean(expired),
                    wish.path("stranger").asBoolean(stranger),
                    wish.path("refuses").asBoolean(refuses));
        }
    }

    private final Clock clock;
    private final StampKeys good;
    private final StampKeys expired;
    private final StampKeys stranger;
    private final AtomicLong serial;
    private final AtomicReference<Behaviour> behaviour = new AtomicReference<>(Behaviour.GOOD);

    private TimeStampAuthority(Clock clock) throws GeneralSecurityException {
        this.clock = clock;
        this.good = StampKeys.made(clock.instant(), 0);
        this.expired = good.overSince(clock.instant());
        this.stranger = StampKeys.made(clock.instant(), 0);
        this.serial = new AtomicLong(clock.millis());
    }

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        Lifeline.follow();
        site(Settings.number("PORT"), Clock.systemUTC());
    }

    /// Starts it; port 0 takes a free one.
    public static Site site(int port, Clock clock) throws IOException, GeneralSecurityException {
        var authority = new TimeStampAuthority(clock);
        return new Site(port)
                .on("POST", "/", authority::stamp)
                .on(
                        "GET",
                        "/anchor",
                        _ -> new Reply(
                                200,
                                "application/x-pem-file",
                                authority.good.anchorPem().getBytes(StandardCharsets.US_ASCII)))
                .on(
                        "GET",
                        "/crl",
                        _ -> new Reply(200, "application/pkix-crl", authority.good.revocationList(clock.instant())))
                .on("POST", "/sandbox", call -> authority.behave(call.json()))
                .on("GET", "/sandbox", _ -> Reply.json(200, authority.behaviour.get()))
                .start();
    }

    private Reply behave(JsonNode wish) {
        return Reply.json(200, behaviour.updateAndGet(now -> now.changed(wish)));
    }

    private Reply stamp(Call call) throws InterruptedException {
        var now = behaviour.get();
        if (now.down) {
            throw new Refused(503, "the authority is closed");
        }
        Thread.sleep(now.delayMs);
        try {
            var request = new TimeStampRequest(call.body());
            var keys = now.expired ? expired : now.stranger ? stranger : good;
            var response = now.refuses
                    ? generator(keys).generateRejectedResponse(new TSPException("not today"))
                    : generator(keys)
                            .generate(
                                    asked(request, now),
                                    BigInteger.valueOf(serial.incrementAndGet()),
                                    Date.from(clock.instant()));
            return new Reply(200, "application/timestamp-reply", encoded(response));
        } catch (IOException e) {
            throw new Refused(400, "no time-stamp request: " + e.getMessage());
        } catch (TSPException | GeneralSecurityException | OperatorCreationException e) {
            throw new Refused(500, "cannot stamp: " + e.getMessage());
        }
    }

    /// The request that is answered: the one that came, or another one.
    private static TimeStampRequest asked(TimeStampRequest came, Behaviour now) {
        if (!now.wrongNonce && !now.wrongImprint) {
            return came;
        }
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(came.getCertReq());
        var digest = came.getMessageImprintDigest().clone();
        if (now.wrongImprint) {
            digest[0] ^= 1;
        }
        var nonce = came.getNonce() == null ? BigInteger.ONE : came.getNonce();
        return generator.generate(
                came.getMessageImprintAlgOID(), digest, now.wrongNonce ? nonce.add(BigInteger.ONE) : nonce);
    }

    private static TimeStampResponseGenerator generator(StampKeys keys)
            throws TSPException, GeneralSecurityException, OperatorCreationException {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build("SHA256withECDSA", keys.key().getPrivate(), keys.certificate()),
                digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(SHA_1)),
                POLICY);
        tokens.addCertificates(new JcaCertStore(List.of(keys.certificate(), keys.anchor())));
        return new TimeStampResponseGenerator(tokens, org.bouncycastle.tsp.TSPAlgorithms.ALLOWED);
    }

    private static byte[] encoded(TimeStampResponse response) throws IOException {
        return response.getEncoded();
    }
}
