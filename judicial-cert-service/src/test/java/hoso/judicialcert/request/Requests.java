package hoso.judicialcert.request;

import hoso.judicialcert.certificate.Documents;
import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.fee.PaymentReference;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Channel;
import hoso.judicialcert.law.Due;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.request.Decision.Became;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Requests for tests; each state is reached by the commands that lead to it.
final class Requests {
    static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    static final CitizenId LAN = new CitizenId(new UUID(1, 1));
    static final OfficerId OFFICER = new OfficerId(new UUID(2, 2));
    static final CertificateId CERTIFICATE = new CertificateId(new UUID(3, 3));
    static final Recipient HOME = new Recipient(
            "Nguyễn Thị Thử Nghiệm", "0912345678", "12 Thử Nghiệm", "00004", "01", "12 Thử Nghiệm, Hà Nội");

    private Requests() {}

    static Application application(@Nullable Recipient post) {
        return new Application(
                CertificateKind.NO_1, Channel.ONLINE, FeeCategory.STANDARD, "Xin việc làm", false, 2, true, post);
    }

    static Became submitted(long fee) {
        var terms = new Terms(
                "3.000333",
                "L107-2025/3.000333",
                "H26",
                "BCA/01",
                new Fee(fee, FeeCategory.STANDARD, "TT16-2025/standard"),
                new PaymentReference("26112300012345"),
                new Due(NOW.plusSeconds(1), "L107-2025/art-48-standard"));
        return CertificateRequest.submit(
                new RequestId(new UUID(4, 4)),
                LAN,
                new DossierCode("000.00.00.H26-261123-0001"),
                Documents.LAN,
                application(HOME),
                terms,
                NOW);
    }

    static CertificateRequest unpaid() {
        return submitted(200_000).request();
    }

    static CertificateRequest paid() {
        return became(unpaid().pay(200_000, 0, NOW));
    }

    static CertificateRequest accepted() {
        return became(paid().accept(NOW));
    }

    static CertificateRequest referred() {
        return became(accepted().refer(Status.Referral.ON_RECORD, NOW));
    }

    static CertificateRequest toBeSigned() {
        return became(accepted().clear(NOW));
    }

    static CertificateRequest approved() {
        return became(referred().approve(OFFICER, "Đã đối chiếu", List.of(), NOW));
    }

    static CertificateRequest issued() {
        return became(toBeSigned().issue(CERTIFICATE, "00", NOW));
    }

    static CertificateRequest delivered() {
        return became(issued().deliver(NOW));
    }

    static CertificateRequest declined() {
        return became(referred().decline(OFFICER, "Không đủ điều kiện", NOW));
    }

    static CertificateRequest withdrawn() {
        return became(unpaid().withdraw(NOW));
    }

    static CertificateRequest became(Decision decision) {
        if (decision instanceof Became became) {
            return became.request();
        }
        throw new AssertionError("refused: " + decision);
    }
}
