package hoso.judicialcert.verification.single;

import hoso.chassis.problem.Faults;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.certificate.issue.Certificates;
import hoso.judicialcert.certificate.pdf.VerificationCode;
import hoso.judicialcert.certificate.signing.Trust;
import hoso.judicialcert.proof.document.Examined;
import hoso.judicialcert.proof.document.Examining;
import hoso.judicialcert.proof.document.Traces;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Tells what is to be thought of a document. Only the register makes it valid: the bytes shown are the bytes issued. A
/// signature alone never does, not even a good one of ours. Only what the register does not know is looked into.
@ApplicationScoped
public class VerifyDocument {
    private final IssuedRegister register;
    private final Certificates certificates;
    private final JudgeCertificate judge;
    private final Trust signers;
    private final Examining examining;
    private final Duration patience;
    private final Semaphore places;

    VerifyDocument(
            IssuedRegister register,
            Certificates certificates,
            JudgeCertificate judge,
            Trust signers,
            Examining examining,
            JudicialCertConfig config) {
        this.register = register;
        this.certificates = certificates;
        this.judge = judge;
        this.signers = signers;
        this.examining = examining;
        this.patience = config.verification().patience();
        this.places = new Semaphore(config.verification().atOnce(), true);
    }

    /// The hot path: a look into two indexes, nothing of the document but its digest. Empty when it was never issued.
    public Optional<Verdict> withDigest(String digest, AcceptedAge terms) {
        return register.withDigest(digest).map(found -> judge.judge(found, terms));
    }

    /// @param digest of the file, SHA-256, hexadecimal
    /// @param before what is to happen before work is spent on a stranger's file: it may refuse
    Verdict verify(byte[] file, String digest, AcceptedAge terms, Runnable before) {
        try {
            var known = withDigest(digest, terms);
            if (known.isPresent()) {
                return known.get();
            }
            before.run();
            return inPlace(() -> lookInto(file));
        } catch (RuntimeException e) {
            if (!Faults.isDatabaseAway(e)) {
                throw e;
            }
            before.run();
            return inPlace(() -> unasked(file, e));
        }
    }

    private Verdict lookInto(byte[] file) {
        var examined = examine(file);
        return Verdict.of(examined.doubts(), isOurs(examined.traces()));
    }

    /// The register is away: of a document that is wholly ours that much can be said, of any other nothing.
    private Verdict unasked(byte[] file, RuntimeException away) {
        if (!examine(file).doubts().isEmpty()) {
            throw away;
        }
        return new Verdict.Doubted(Result.STATUS_UNDETERMINED, EnumSet.of(Doubt.REGISTER_AWAY));
    }

    private Examined examine(byte[] file) {
        return examining.examine(file, signers.bundle());
    }

    private boolean isOurs(Traces traces) {
        return traces.revisions().stream()
                        .anyMatch(digest -> certificates.withDigest(digest).isPresent())
                || traces.codes().stream()
                        .map(VerificationCode::read)
                        .flatMap(Optional::stream)
                        .anyMatch(code -> certificates.withCode(code).isPresent())
                || traces.numbers().stream()
                        .anyMatch(number -> !certificates.withNumber(number).isEmpty());
    }

    private Verdict inPlace(Supplier<Verdict> looking) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.of(503, "unavailable").header("Retry-After", "5").raise();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Problem.of(503, "unavailable").header("Retry-After", "5").raise();
        }
        try {
            return looking.get();
        } finally {
            places.release();
        }
    }
}
