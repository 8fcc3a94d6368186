package hoso.judicialcert.certificate.offer;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.certificate.issue.Attestation;
import hoso.judicialcert.certificate.issue.Certificate;
import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.certificate.offer.Held.Reason;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.person.Sex;
import hoso.judicialcert.proof.statement.RecordScope;
import hoso.judicialcert.request.lifecycle.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class HeldTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final CertificateId CERTIFICATE = new CertificateId(new UUID(3, 3));
    private static final Status ISSUED = new Status.Issued(NOW, CERTIFICATE);
    private static final Certificate VALID = certificate(new Standing.Valid(NOW));
    private static final Attestation SAYS = new Attestation(
            CertificateKind.NO_1,
            "12/2026/HSNV-LLTP",
            "Công an thành phố Hà Nội",
            LocalDate.of(2026, 11, 23),
            "000.00.00.H26-261123-0001",
            "NGUYỄN THỊ THỬ NGHIỆM",
            LocalDate.of(1985, 3, 17),
            Sex.FEMALE,
            "003185000017",
            RecordScope.ALL,
            List.of());

    @Test
    void whatIsIssuedIsHeldNow() {
        assertThat(held(CertificateKind.NO_1, ISSUED, VALID)).isEqualTo(new Held.Now(VALID, SAYS));
    }

    @Test
    void whatIsNotIssuedYetIsHeldLater() {
        for (var status : List.of(new Status.FeeDue(NOW), new Status.Checking(NOW), new Status.Accepted(NOW))) {
            assertThat(notIssued(CertificateKind.NO_1, status)).isEqualTo(new Held.Later());
        }
    }

    @Test
    void whatEndedWithoutACertificateIsNeverHeld() {
        assertThat(notIssued(CertificateKind.NO_1, new Status.Withdrawn(NOW)))
                .isEqualTo(new Held.Never(Reason.NOT_ISSUED));
    }

    @Test
    void number2IsNotForShowing() {
        var never = new Held.Never(Reason.NOT_FOR_SHOWING);

        assertThat(held(CertificateKind.NO_2, ISSUED, VALID)).isEqualTo(never);
        assertThat(notIssued(CertificateKind.NO_2, new Status.FeeDue(NOW))).isEqualTo(never);
    }

    @Test
    void whatDoesNotCountIsNotHandedOut() {
        for (var standing : List.of(
                new Standing.Revoked(NOW, "WRONG_CONTENT"),
                new Standing.Superseded(NOW, new CertificateId(new UUID(5, 5))))) {
            assertThat(held(CertificateKind.NO_1, ISSUED, certificate(standing)))
                    .isEqualTo(new Held.Never(Reason.DOES_NOT_COUNT));
        }
    }

    @Test
    void whatWasIssuedBeforeItsContentWasKeptIsNotHandedOut() {
        assertThat(Held.of(CertificateKind.NO_1, ISSUED, Optional.of(VALID), _ -> Optional.empty()))
                .isEqualTo(new Held.Never(Reason.ISSUED_BEFORE));
    }

    private static Held held(CertificateKind kind, Status status, Certificate certificate) {
        return Held.of(kind, status, Optional.of(certificate), _ -> Optional.of(SAYS));
    }

    private static Held notIssued(CertificateKind kind, Status status) {
        return Held.of(kind, status, Optional.empty(), _ -> Optional.of(SAYS));
    }

    private static Certificate certificate(Standing standing) {
        return new Certificate(
                CERTIFICATE,
                new RequestId(new UUID(4, 4)),
                new CitizenId(new UUID(1, 1)),
                "12/2026/HSNV-LLTP",
                CertificateKind.NO_1,
                "H26",
                "rule",
                NOW,
                "00",
                1,
                standing,
                7);
    }
}
