package hoso.judicialcert.certificate.signing;

import hoso.chassis.hash.Sha256;
import hoso.judicialcert.certificate.pdf.Draft;
import hoso.judicialcert.certificate.pdf.RevocationEvidence;
import hoso.judicialcert.certificate.signing.KeyGeneration.Level;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Signs a document as PAdES baseline B, T or LT (ETSI EN 319 142-1). The container is made here and not by a signature
/// library, whose model of a PDF costs a hundred times what the signature does; the same library examines each kind of
/// file in the tests. At level LT the revocation data are gathered before and signed along: nothing is ever appended to
/// a certificate.
public final class PadesSigning {
    private static final Logger LOG = Logger.getLogger(PadesSigning.class);

    /// Tokens of one authority differ by a few bytes: serial number, fractions of the second.
    private static final int SPREAD = 64;

    private final Signatory signatory;
    private final Extras extras;
    private final ConcurrentHashMap<X509Certificate, Cms> containers = new ConcurrentHashMap<>();
    private volatile TimeStamps.@Nullable Stamp sample;

    /// What the levels above B need.
    ///
    /// @param isDispensable whether a certificate is signed at level B while these are away
    record Extras(@Nullable TimeStamps stamps, @Nullable Revocations revocations, boolean isDispensable) {
        static final Extras NONE = new Extras(null, null, false);

        TimeStamps neededStamps() {
            if (stamps == null) {
                throw new SigningAway("no time-stamp authority is configured");
            }
            return stamps;
        }

        Revocations neededRevocations() {
            if (revocations == null) {
                throw new SigningAway("no source of revocation data is configured");
            }
            return revocations;
        }
    }

    public PadesSigning(Signatory signatory) {
        this(signatory, Extras.NONE);
    }

    public PadesSigning(Signatory signatory, Extras extras) {
        this.signatory = signatory;
        this.extras = extras;
    }

    /// The key that a document begun now is signed with.
    public Signatory key() {
        return signatory.now();
    }

    /// Who signs, as it is written on the page.
    public static String signer(Signatory key) {
        try {
            var name = new JcaX509CertificateHolder(key.chain().getFirst()).getSubject();
            var common = name.getRDNs(BCStyle.CN);
            return common.length == 0
                    ? name.toString()
                    : IETFUtils.valueToString(common[0].getFirst().getValue());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The signed document, at the level of its key's generation.
    public byte[] sign(Signatory key, Draft draft, String place, Instant at) {
        var level = key instanceof KeyGenerations.Watched watched ? watched.level() : Level.B;
        return sign(key, level, draft, place, at);
    }

    public byte[] sign(Signatory key, Level level, Draft draft, String place, Instant at) {
        if (level == Level.B) {
            return basic(key, draft, place, at);
        }
        try {
            return stamped(key, level == Level.LT, draft, place, at);
        } catch (SigningRevoked e) {
            throw e;
        } catch (SigningAway e) {
            if (!extras.isDispensable()) {
                throw e;
            }
            LOG.warnf("signed at level B, not %s: %s", level, e.reason());
            return basic(key, draft, place, at);
        }
    }

    private byte[] basic(Signatory key, Draft draft, String place, Instant at) {
        var container = container(key);
        var file = draft.signable(
                new Draft.Wish(place, at, container.size(RevocationEvidence.NONE), RevocationEvidence.NONE));
        var attributes = container.attributes(file.digest(), RevocationEvidence.NONE);
        return file.with(container.contained(attributes, key.sign(Cms.der(attributes)), new byte[0]));
    }

    /// The room for the token, and whose revocation data are needed, are known from the token before. When the
    /// authority has changed its certificate meanwhile, it takes a second attempt.
    private byte[] stamped(Signatory key, boolean isLongTerm, Draft draft, String place, Instant at) {
        var known = sample;
        if (known == null) {
            known = extras.neededStamps().over(new byte[32]);
        }
        for (var attempt = 0; attempt < 2; attempt++) {
            var container = container(key);
            var evidence = isLongTerm ? evidence(key, known) : RevocationEvidence.NONE;
            var room = container.size(evidence) + known.token().length + SPREAD;
            var file = draft.signable(new Draft.Wish(place, at, room, evidence));
            var attributes = container.attributes(file.digest(), evidence);
            var signature = key.sign(Cms.der(attributes));
            var stamp = extras.neededStamps().over(Sha256.of(signature));
            var fits = stamp.chain().equals(known.chain()) && stamp.token().length <= known.token().length + SPREAD;
            sample = stamp;
            known = stamp;
            if (fits) {
                return file.with(container.contained(attributes, signature, stamp.token()));
            }
        }
        throw new SigningAway("the time-stamp authority has another certificate each time");
    }

    /// That neither of the two certificates was revoked, and all that a verifier needs to see it.
    private RevocationEvidence evidence(Signatory key, TimeStamps.Stamp known) {
        var certificates = new LinkedHashSet<>(key.chain());
        certificates.addAll(known.chain());
        return new RevocationEvidence(List.of(), List.of(), List.copyOf(certificates))
                .and(extras.neededRevocations().about(key.chain()))
                .and(extras.neededRevocations().about(known.chain()));
    }

    private Cms container(Signatory key) {
        var chain = key.chain();
        return containers.computeIfAbsent(chain.getFirst(), _ -> new Cms(chain));
    }
}
