package hoso.judicialcert.verification.bulk;

import hoso.chassis.id.Ids;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.certificate.pdf.VerificationCode;
import hoso.judicialcert.law.CertificateRule;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.Result;
import hoso.judicialcert.verification.single.AcceptedAge;
import hoso.judicialcert.verification.single.Asked;
import hoso.judicialcert.verification.single.Attempts;
import hoso.judicialcert.verification.single.Verdict;
import hoso.judicialcert.verification.single.VerifyDocument;
import hoso.judicialcert.verification.single.VerifyPaper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Checks many certificates for an organisation, piece by piece: a piece, its results and the progress are one
/// transaction. Whoever dies before its end has checked nothing of it, and another goes on there.
@ApplicationScoped
class VerifyInBulk {
    private final VerificationJobRows jobs;
    private final VerifyDocument documents;
    private final VerifyPaper papers;
    private final Attempts attempts;
    private final Law law;
    private final Ids ids;
    private final Clock clock;
    private final JudicialCertConfig config;

    VerifyInBulk(
            VerificationJobRows jobs,
            VerifyDocument documents,
            VerifyPaper papers,
            Attempts attempts,
            Law law,
            Ids ids,
            Clock clock,
            JudicialCertConfig config) {
        this.jobs = jobs;
        this.documents = documents;
        this.papers = papers;
        this.attempts = attempts;
        this.law = law;
        this.ids = ids;
        this.clock = clock;
        this.config = config;
    }

    /// Takes a job in, and as many rows out of what the organisation may have checked that day.
    @Transactional
    VerificationJob takeIn(String organisation, Asked asked, List<JobItem> rows) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var today = Law.dayOf(now);
        var most = config.verification().jobRowsPerDay();
        if (!jobs.spend(organisation, today, rows.size(), most)) {
            var tomorrow = today.plusDays(1).atStartOfDay(Law.ZONE).toInstant();
            var seconds = Duration.between(now, tomorrow).toSeconds() + 1;
            throw Problem.of(429, "quota-used-up")
                    .with("rowsPerDay", most)
                    .header("Retry-After", Long.toString(seconds))
                    .raise();
        }
        var purpose = asked.terms().purpose();
        var job = new VerificationJob(
                ids.next(),
                organisation,
                asked.reference(),
                purpose == null ? null : purpose.code(),
                asked.terms().maxAgeDays(),
                rows.size(),
                0,
                now,
                null,
                now.plus(config.verification().jobKept()));
        jobs.add(job, rows);
        return job;
    }

    /// Checks the next piece of a job.
    @Transactional
    boolean goOn(UUID id) {
        var taken = jobs.take(id, clock.instant());
        if (taken.isEmpty()) {
            return false;
        }
        var job = taken.get();
        var piece = jobs.next(job);
        if (piece.isEmpty()) {
            jobs.finish(job, clock.instant().truncatedTo(ChronoUnit.MICROS));
            return true;
        }
        var terms = terms(job);
        var results = new ArrayList<JobResult>();
        for (var row : piece.get().rows()) {
            results.add(check(piece.get().firstRow() + results.size(), row, terms));
        }
        jobs.done(job, piece.get(), results);
        return true;
    }

    /// Drops what has expired.
    @Transactional
    void dropExpired() {
        jobs.expired(clock.instant()).forEach(jobs::drop);
    }

    private JobResult check(int place, JobItem row, AcceptedAge terms) {
        var mistakes = row.mistakes();
        if (!mistakes.isEmpty()) {
            return JobResult.wrong(place, mistakes);
        }
        if (row.isByDigest()) {
            return JobResult.of(
                    place,
                    documents
                            .withDigest(Objects.requireNonNull(row.sha256()), terms)
                            .orElse(new Verdict.Doubted(Result.UNKNOWN, EnumSet.of(Doubt.NOT_IN_REGISTER))));
        }
        return byFields(place, row, Objects.requireNonNull(row.code()), terms);
    }

    private JobResult byFields(int place, JobItem row, String text, AcceptedAge terms) {
        var key = VerificationCode.read(text).map(VerificationCode::value).orElse(text);
        if (!attempts.mayTry(key)) {
            return JobResult.wrong(place, List.of(new JobItem.Mistake("/code", "too-many-attempts")));
        }
        var code = VerificationCode.read(text).orElse(new VerificationCode("0000-0000-0000-0000"));
        var verdict = papers.byFields(code, row.fields(), terms);
        if (verdict.result() != Result.UNKNOWN) {
            attempts.hit(key);
        }
        return JobResult.of(place, verdict);
    }

    /// As they were on the day the job was sent.
    private AcceptedAge terms(VerificationJob job) {
        var purpose = law.purposes(Law.dayOf(job.createdAt())).stream()
                .filter((CertificateRule.Purpose one) -> one.code().equals(job.purpose()))
                .findFirst();
        return new AcceptedAge(purpose.orElse(null), job.maxAgeDays());
    }
}
