package hoso.judicialcert.verification;

import hoso.chassis.problem.Problem;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.certificate.Certificates;
import hoso.judicialcert.certificate.TrustAnchors;
import hoso.judicialcert.verification.Verdict.Altered;
import hoso.judicialcert.verification.Verdict.Doubt;
import hoso.judicialcert.verification.Verdict.Unknown;
import hoso.judicialcert.verification.Verdict.Valid;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Tells what is to be thought of a document. Only the register makes it valid: the bytes shown are the bytes issued. A
/// signature alone never does, not even a good one of ours.
@ApplicationScoped
class VerifyDocument {
    private final Certificates certificates;
    private final TrustAnchors anchors;
    private final JudicialCertConfig.Verification config;
    private final Semaphore places;
    private @Nullable Examination examination;

    VerifyDocument(Certificates certificates, TrustAnchors anchors, JudicialCertConfig config) {
        this.certificates = certificates;
        this.anchors = anchors;
        this.config = config.verification();
        this.places = new Semaphore(this.config.atOnce(), true);
    }

    Verdict verify(byte[] file) {
        var known = certificates.withDigest(Traces.digest(file));
        if (known.isPresent()) {
            return new Valid(known.get());
        }
        take(config.patience());
        try {
            return lookInto(file);
        } finally {
            places.release();
        }
    }

    private Verdict lookInto(byte[] file) {
        var traces = Traces.of(file);
        var doubts = EnumSet.of(Doubt.NOT_IN_REGISTER);
        doubts.addAll(
                traces.isHeavy() ? EnumSet.of(Doubt.TOO_COMPLEX) : examination().doubts(file));
        return isOurs(traces) ? new Altered(doubts) : new Unknown(doubts);
    }

    private boolean isOurs(Traces traces) {
        return traces.revisions().stream()
                        .anyMatch(digest -> certificates.withDigest(digest).isPresent())
                || traces.codes().stream()
                        .anyMatch(code -> certificates.withCode(code).isPresent())
                || traces.numbers().stream()
                        .anyMatch(number -> certificates.withNumber(number).isPresent());
    }

    private void take(Duration patience) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.of(503, "unavailable").header("Retry-After", "5").raise();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Problem.of(503, "unavailable").header("Retry-After", "5").raise();
        }
    }

    /// New when a generation of signing keys came under another authority.
    private synchronized Examination examination() {
        var all = anchors.all();
        if (examination == null || !examination.trusts(all)) {
            examination = new Examination(all);
        }
        return examination;
    }
}
