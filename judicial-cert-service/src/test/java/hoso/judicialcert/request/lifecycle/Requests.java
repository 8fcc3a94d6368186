package hoso.judicialcert.request.lifecycle;

import hoso.judicialcert.certificate.pdf.Documents;
import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.fee.PaymentReference;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Channel;
import hoso.judicialcert.law.Deadline;
import hoso.judicialcert.law.DeadlineKind;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Requests for tests; each state is reached by the commands that lead to it.
public final class Requests {
    public static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    static final CitizenId LAN = new CitizenId(new UUID(1, 1));
    static final OfficerId OFFICER = new OfficerId(new UUID(2, 2));
    static final OfficerId OTHER_OFFICER = new OfficerId(new UUID(2, 3));
    static final Deadline DUE = new Deadline(NOW.plusSeconds(1), "L107-2025/art-48-standard");
    public static final CertificateId CERTIFICATE = new CertificateId(new UUID(3, 3));
    static final Recipient HOME = new Recipient(
            "Nguyễn Thị Thử Nghiệm", "0912345678", "12 Thử Nghiệm", "00004", "01", "12 Thử Nghiệm, Hà Nội");

    /// Whatever it is, it is due as before.
    static final FeeSteps.Counting COUNTING = (_, _, _) -> DUE;

    private Requests() {}

    static Application application(@Nullable Recipient post) {
        return application(post, null);
    }

    static Application application(@Nullable Recipient post, @Nullable WaiverClaim waiver) {
        return new Application(
                CertificateKind.NO_1,
                Channel.ONLINE,
                FeeCategory.STANDARD,
                waiver,
                "Xin việc làm",
                false,
                false,
                2,
                true,
                post,
                null);
    }

    static Became submitted(long fee) {
        return submitted(fee, null);
    }

    static Became submitted(long fee, @Nullable WaiverClaim waiver) {
        var terms = new Terms(
                "3.000333",
                "L107-2025/3.000333",
                "H26",
                "BCA/01",
                new Fee(fee, FeeCategory.STANDARD, "TT16-2025/standard"),
                new PaymentReference("26112300012345"),
                DeadlineKind.STANDARD,
                NOW,
                DUE);
        return CertificateRequest.submit(
                new RequestId(new UUID(4, 4)),
                LAN,
                Requester.self(LAN),
                new DossierCode("000.00.00.H26-261123-0001"),
                Documents.LAN,
                application(HOME, waiver),
                terms,
                NOW);
    }

    public static CertificateRequest unpaid() {
        return submitted(200_000).request();
    }

    static CertificateRequest paid() {
        return became(unpaid().feeSteps().pay(200_000, 0, COUNTING, NOW));
    }

    static CertificateRequest accepted() {
        return became(paid().accept(NOW));
    }

    static CertificateRequest referred() {
        return became(accepted().refer(Status.Referral.ON_RECORD, DeadlineKind.LONG, DUE, NOW));
    }

    static CertificateRequest toBeSigned() {
        return became(accepted().clear(NOW));
    }

    static CertificateRequest proposed() {
        return became(referred().officerSteps().propose(proposal(Proposal.Verdict.ISSUE), NOW));
    }

    static CertificateRequest approved() {
        return became(proposed().officerSteps().approve(OTHER_OFFICER, NOW));
    }

    static Proposal proposal(Proposal.Verdict verdict) {
        return new Proposal(OFFICER, verdict, "Đã đối chiếu", List.of(), List.of());
    }

    static CertificateRequest waiverAsked() {
        return submitted(200_000, new WaiverClaim("STUDENT", List.of(new UUID(9, 9))))
                .request();
    }

    static CertificateRequest supplementRequested() {
        return became(
                referred().officerSteps().requestSupplement(OFFICER, "Bản sao hộ chiếu", NOW.plusSeconds(3600), NOW));
    }

    static CertificateRequest stopped() {
        return became(unpaid().stop(Status.StopReason.FEE_NOT_PAID, NOW));
    }

    static CertificateRequest superseded() {
        return became(delivered().certificateSteps().supersede(new CertificateId(new UUID(3, 4)), NOW));
    }

    static CertificateRequest revoked() {
        return became(issued().certificateSteps().revoke("UNLAWFUL", NOW));
    }

    public static CertificateRequest issued() {
        return became(toBeSigned().certificateSteps().issue(CERTIFICATE, "00", NOW));
    }

    static CertificateRequest delivered() {
        return became(issued().certificateSteps().deliver(NOW));
    }

    static CertificateRequest declined() {
        return became(became(referred().officerSteps().propose(proposal(Proposal.Verdict.DECLINE), NOW))
                .officerSteps()
                .approve(OTHER_OFFICER, NOW));
    }

    static CertificateRequest withdrawn() {
        return became(unpaid().withdraw(0, 0, NOW));
    }

    /// The same, asked for by somebody else.
    static CertificateRequest askedBy(Requester requester, CertificateRequest request) {
        return new CertificateRequest(
                request.id(),
                request.subject(),
                requester,
                request.dossierCode(),
                request.applicant(),
                request.application(),
                request.terms(),
                request.waiver(),
                request.receivedAt(),
                request.status(),
                request.amendedBy(),
                request.sequence());
    }

    /// The same for No. 2.
    public static CertificateRequest no2(CertificateRequest request) {
        var no1 = request.application();
        var application = new Application(
                hoso.judicialcert.law.CertificateKind.NO_2,
                no1.channel(),
                no1.feeCategory(),
                no1.waiver(),
                no1.purpose(),
                no1.banInformation(),
                no1.livedElsewhere(),
                no1.copies(),
                no1.email(),
                no1.post(),
                no1.corrects());
        return new CertificateRequest(
                request.id(),
                request.subject(),
                request.requester(),
                request.dossierCode(),
                request.applicant(),
                application,
                request.terms(),
                request.waiver(),
                request.receivedAt(),
                request.status(),
                request.amendedBy(),
                request.sequence());
    }

    static CertificateRequest became(Decision decision) {
        if (decision instanceof Became became) {
            return became.request();
        }
        throw new AssertionError("refused: " + decision);
    }
}
