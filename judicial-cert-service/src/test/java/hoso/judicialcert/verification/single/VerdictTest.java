package hoso.judicialcert.verification.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.chassis.hash.Sha256;
import hoso.judicialcert.Settings;
import hoso.judicialcert.certificate.issue.HolderFields;
import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.certificate.pdf.Documents;
import hoso.judicialcert.certificate.pdf.VerificationCode;
import hoso.judicialcert.certificate.signing.Authority;
import hoso.judicialcert.law.CertificateRule;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.Laws;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.Sex;
import hoso.judicialcert.proof.document.Examined;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.QrText;
import hoso.judicialcert.proof.statement.Result;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each of the nine answers, and what it takes to get it.
@Tag("core")
class VerdictTest {
    private static final Authority OURS = new Authority();
    private static final byte[] DOCUMENT = Documents.signed(OURS);
    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
    private final InMemoryRegister register = new InMemoryRegister();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void whatWasIssuedIsValidAndNotLookedInto() {
        register.add(DOCUMENT, Documents.NUMBER, Documents.CODE);

        assertThat(result(DOCUMENT)).isEqualTo(Result.VALID);
        assertThat(looks).hasValue(0);
    }

    @Test
    void whatWasRecalledOrReplacedIsTold() {
        var revoked = new Standing.Revoked(NOW, "ISSUED_IN_ERROR");
        register.add(DOCUMENT, Documents.NUMBER, Documents.CODE, revoked);
        assertThat(result(DOCUMENT)).isEqualTo(Result.REVOKED);

        var superseded = new Standing.Superseded(NOW, new CertificateId(new UUID(1, 2)));
        register.add(DOCUMENT, Documents.NUMBER, Documents.CODE, superseded);
        assertThat(result(DOCUMENT)).isEqualTo(Result.SUPERSEDED);
    }

    @Test
    void whatWasRecalledIsNeverMerelyTooOld() {
        register.add(DOCUMENT, Documents.NUMBER, Documents.CODE, new Standing.Revoked(NOW, "ISSUED_IN_ERROR"));

        assertThat(result(DOCUMENT, new AcceptedAge(null, 0))).isEqualTo(Result.REVOKED);
    }

    @ParameterizedTest
    @CsvSource({
        // Issued on 2026-05-20 in Hà Nội.
        "EMPLOYMENT,  2026-11-20T16:59:59Z, VALID",
        "EMPLOYMENT,  2026-11-20T17:00:00Z, EXPIRED_FOR_PURPOSE",
        "NATIONALITY, 2026-08-18T16:59:59Z, VALID",
        "NATIONALITY, 2026-08-18T17:00:00Z, EXPIRED_FOR_PURPOSE",
        "           , 2046-11-20T17:00:00Z, VALID",
    })
    void itIsTooOldOnlyForAPurposeThatWasNamed(String code, Instant now, Result result) {
        var certificate = register.add(DOCUMENT, Documents.NUMBER, Documents.CODE);

        assertThat(Verdict.of(new Issued(certificate, Optional.empty()), new AcceptedAge(purpose(code), null), now)
                        .result())
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2026-05-20T16:59:59Z, VALID",
        "0, 2026-05-20T17:00:00Z, EXPIRED_FOR_PURPOSE",
        "30, 2026-06-19T10:00:00Z, VALID"
    })
    void anAgeInDaysCountsLikeAPurpose(int days, Instant now, Result result) {
        var certificate = register.add(DOCUMENT, Documents.NUMBER, Documents.CODE);

        assertThat(Verdict.of(new Issued(certificate, Optional.empty()), new AcceptedAge(null, days), now)
                        .result())
                .isEqualTo(result);
    }

    @Test
    void ofPurposeAndAgeTheStricterCounts() {
        var both = new AcceptedAge(purpose("EMPLOYMENT"), 10);

        assertThat(both.lastDay(LocalDate.of(2026, 5, 20))).contains(LocalDate.of(2026, 5, 30));
        assertThat(new AcceptedAge(purpose("EMPLOYMENT"), 1000).lastDay(LocalDate.of(2026, 5, 20)))
                .contains(LocalDate.of(2026, 11, 20));
    }

    @Test
    void whatIsWellSignedByUsButWasNeverIssuedIsNotInTheLog() {
        assertThat(verdict(DOCUMENT))
                .isEqualTo(new Verdict.Doubted(Result.NOT_IN_LOG, EnumSet.of(Doubt.NOT_IN_REGISTER)));
    }

    @Test
    void whatTheRegisterKnowsButTheLogDoesNotWasPutThereBehindOurBack() {
        register.addBehindOurBack(DOCUMENT, Documents.NUMBER, Documents.CODE);

        assertThat(verdict(DOCUMENT)).isEqualTo(new Verdict.Doubted(Result.NOT_IN_LOG, EnumSet.of(Doubt.NOT_IN_LOG)));
    }

    @Test
    void whatIsWellSignedBySomebodyElseHasAnUnknownIssuer() {
        assertThat(verdict(Documents.signed(new Authority())))
                .isEqualTo(new Verdict.Doubted(
                        Result.UNKNOWN_ISSUER, EnumSet.of(Doubt.NOT_IN_REGISTER, Doubt.ISSUER_NOT_TRUSTED)));
    }

    @Test
    void somebodyElseUnderTheSameAuthorityIsNotTheAgency() {
        assertThat(result(Documents.signed(OURS.neighbour()))).isEqualTo(Result.UNKNOWN_ISSUER);
    }

    @Test
    void whatBearsOurCodeButIsNotWhatWasIssuedIsAlteredWhoeverSignedIt() {
        register.add(DOCUMENT, Documents.NUMBER, Documents.CODE);

        assertThat(result(Documents.signed(new Authority()))).isEqualTo(Result.ALTERED);
    }

    @Test
    void whatIsNothingOfOursIsUnknown() {
        assertThat(result("%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo(Result.UNKNOWN);
        assertThat(looks).hasValue(1);
    }

    @Test
    void whileTheRegisterIsAwayAWellSignedFileIsUndetermined() {
        register.isAway();

        assertThat(verdict(DOCUMENT))
                .isEqualTo(new Verdict.Doubted(Result.STATUS_UNDETERMINED, EnumSet.of(Doubt.REGISTER_AWAY)));
        assertThat(looks).hasValue(1);
    }

    @Test
    void whileTheRegisterIsAwayNothingIsSaidOfAnyOther() {
        var flipped = DOCUMENT.clone();
        flipped[300] ^= 1;
        register.isAway();

        assertThatThrownBy(() -> result(flipped)).hasRootCauseMessage("the connection is gone");
    }

    @Test
    void aQrCodeIsWhatWasIssuedIfItsSealBelongsToItsCode() {
        var qr = Documents.qr(OURS, Documents.LAN.fullName(), Documents.NUMBER, Documents.CODE, 0, NOW);
        assertThat(byQr(qr).verdict().result()).isEqualTo(Result.NOT_IN_LOG);
        register.add(DOCUMENT, Documents.NUMBER, Documents.CODE);

        var seen = byQr(qr);

        assertThat(seen.verdict().result()).isEqualTo(Result.VALID);
        assertThat(seen.seal()).isNotNull();
    }

    @Test
    void aQrCodeOfAnotherCertificateOrAnotherKeyIsTold() {
        register.add(DOCUMENT, Documents.NUMBER, Documents.CODE);
        var moved = Documents.qr(OURS, "LÊ VĂN THỬ", "1/2026/X-LLTP", "1123-4567-89AB-CDEF", 0, NOW);
        var wrongNumber = Documents.qr(OURS, "LÊ VĂN THỬ", "1/2026/X-LLTP", Documents.CODE, 0, NOW);
        var stranger = Documents.qr(new Authority(), "LÊ VĂN THỬ", Documents.NUMBER, Documents.CODE, 0, NOW);
        var unknown = Documents.qr(new Authority(), "LÊ VĂN THỬ", "1/2026/X-LLTP", "1123-4567-89AB-CDEF", 0, NOW);

        assertThat(byQr(new QrText(Documents.CODE, moved.seal())).verdict().result())
                .isEqualTo(Result.ALTERED);
        assertThat(byQr(wrongNumber).verdict())
                .isEqualTo(new Verdict.Doubted(Result.ALTERED, EnumSet.of(Doubt.SEAL_OF_ANOTHER)));
        assertThat(byQr(stranger).verdict().result()).isEqualTo(Result.ALTERED);
        assertThat(byQr(unknown).verdict().result()).isEqualTo(Result.UNKNOWN_ISSUER);
        assertThat(List.of(byQr(moved), byQr(wrongNumber), byQr(stranger), byQr(unknown)))
                .allSatisfy(seen -> assertThat(seen.seal()).isNull());
    }

    @Test
    void codeAndFieldsThatDoNotBelongTogetherAreUnknown() {
        var fields = new HolderFields("x", "LÊ VĂN THỬ", LocalDate.of(1985, 3, 17), Sex.MALE, "003185000017");

        assertThat(papers().byFields(new VerificationCode(Documents.CODE), fields, AcceptedAge.NONE))
                .isEqualTo(new Verdict.Doubted(Result.UNKNOWN, Set.of()));
    }

    private VerifyPaper.Seen byQr(QrText text) {
        return papers().byQr(text, AcceptedAge.NONE);
    }

    private JudgeCertificate judge() {
        return new JudgeCertificate(register.log(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private VerifyPaper papers() {
        return new VerifyPaper(register, judge(), OURS::trust);
    }

    private Result result(byte[] file) {
        return verdict(file).result();
    }

    private Result result(byte[] file, AcceptedAge terms) {
        return documents()
                .verify(file, Sha256.hex(file), terms, looks::incrementAndGet)
                .result();
    }

    private Verdict verdict(byte[] file) {
        return documents().verify(file, Sha256.hex(file), AcceptedAge.NONE, looks::incrementAndGet);
    }

    private VerifyDocument documents() {
        return new VerifyDocument(
                register.register(), register, judge(), OURS::trust, Examined::of, Settings.ofVerification());
    }

    private static CertificateRule.@org.jspecify.annotations.Nullable Purpose purpose(
            @org.jspecify.annotations.Nullable String code) {
        return Laws.packaged().purposes(Law.dayOf(NOW)).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
