package hoso.judicialcert.certificate.pdf;

import hoso.chassis.testing.TestClock;
import hoso.judicialcert.certificate.issue.SignQr;
import hoso.judicialcert.certificate.signing.Authority;
import hoso.judicialcert.certificate.signing.KeyGeneration;
import hoso.judicialcert.certificate.signing.PadesLevelsTest;
import hoso.judicialcert.certificate.signing.PadesSigning;
import hoso.judicialcert.certificate.signing.TimeStampSandbox;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.Laws;
import hoso.judicialcert.person.Address;
import hoso.judicialcert.person.Applicant;
import hoso.judicialcert.person.Person;
import hoso.judicialcert.person.Sex;
import hoso.judicialcert.proof.statement.QrText;
import hoso.judicialcert.proof.statement.RecordScope;
import hoso.judicialcert.proof.statement.SignedQr;
import hoso.judicialcert.register.conviction.Conviction;
import hoso.judicialcert.register.conviction.Expungement;
import hoso.judicialcert.register.conviction.Judgment;
import hoso.judicialcert.register.matching.Extract;
import hoso.judicialcert.request.lifecycle.DossierCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/// Certificates for tests, written and signed as the service does it.
public final class Documents {
    public static final String CODE = "0123-4567-89AB-CDEF";
    public static final String NUMBER = "987654321/2026/PHSNV-LLTP";
    public static final Applicant LAN = new Applicant(
            "003185000017",
            "NGUYỄN THỊ THỬ NGHIỆM",
            LocalDate.of(1985, 3, 17),
            Sex.FEMALE,
            "Việt Nam",
            "Kinh",
            "Bệnh viện Phụ sản Hà Nội, phường Cửa Nam, thành phố Hà Nội",
            new Address("12 Thử Nghiệm", "00004", "01", "Số 12 phố Thử Nghiệm, phường Ba Đình, thành phố Hà Nội"),
            null,
            null,
            null,
            2,
            false);

    /// The place of all of them in the status lists.
    public static final long STATUS_INDEX = 70_001;
    public static final Applicant MARRIED = new Applicant(
            "003185000017",
            "NGUYỄN THỊ THỬ NGHIỆM",
            LocalDate.of(1985, 3, 17),
            Sex.FEMALE,
            "Việt Nam",
            "Kinh",
            "Bệnh viện Phụ sản Hà Nội, phường Cửa Nam, thành phố Hà Nội",
            new Address("12 Thử Nghiệm", "00004", "01", "Số 12 phố Thử Nghiệm, phường Ba Đình, thành phố Hà Nội"),
            "NGUYỄN VĂN CHA",
            "LÊ THỊ MẸ",
            "TRẦN VĂN CHỒNG",
            2,
            false);
    public static final Applicant FOREIGNER = new Applicant(
            "003085000033",
            "JEAN-BAPTISTE ÉLOI TEST",
            LocalDate.of(1985, 3, 17),
            Sex.MALE,
            "Pháp",
            null,
            null,
            null,
            null,
            null,
            null,
            2,
            false);
    public static final Person PERSON = new Person(LAN.personalNumber(), LAN.fullName(), LAN.birthDate());

    private Documents() {}

    private static Applicant named(String fullName) {
        return new Applicant(
                LAN.personalNumber(),
                fullName,
                LAN.birthDate(),
                LAN.sex(),
                LAN.nationality(),
                LAN.ethnicity(),
                LAN.birthplace(),
                LAN.permanentAddress(),
                LAN.fatherName(),
                LAN.motherName(),
                LAN.spouseName(),
                LAN.accountLevel(),
                LAN.digitalCitizen());
    }

    /// A clean certificate, signed.
    public static byte[] signed(Authority authority) {
        return signed(authority, LAN.fullName(), NUMBER, CODE, List.of());
    }

    /// Somebody's certificate, signed.
    public static byte[] signed(
            Authority authority, String fullName, String number, String code, List<Judgment> judgments) {
        var signing = new PadesSigning(authority.signatory());
        var now = TestClock.now();
        var content = content(
                fullName,
                number,
                code,
                qr(authority, fullName, number, code, judgments.size(), now),
                PadesSigning.signer(authority.signatory()),
                judgments,
                now);
        return signing.sign(authority.signatory(), new CertificateDocument().draft(wording(), content), "Hà Nội", now);
    }

    /// A clean certificate of each level, B, T and LT.
    public static List<byte[]> ofEachLevel(Authority authority) {
        try (var stamps = new TimeStampSandbox()) {
            var folder = Files.createTempDirectory("levels");
            var extras = PadesLevelsTest.extras(folder, stamps, stamps.anchors(), authority, stamps.url(), false);
            var signing = new PadesSigning(authority.signatory(), extras);
            var now = TestClock.now();
            return Stream.of(KeyGeneration.Level.values())
                    .map(level -> signing.sign(
                            authority.signatory(), level, draft("Người ký", List.of(), now), "Hà Nội", now))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Draft draft(String signer, List<Judgment> judgments, Instant now) {
        var qr = new QrText(CODE, new byte[0]);
        return new CertificateDocument()
                .draft(wording(), content(LAN.fullName(), NUMBER, CODE, qr, signer, judgments, now));
    }

    /// A document that was signed, signed once more by somebody.
    public static byte[] signedAgain(Authority authority, byte[] document) {
        try (var pdf = Loader.loadPDF(document);
                var out = new ByteArrayOutputStream()) {
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setSignDate(Calendar.getInstance());
            pdf.addSignature(signature, content -> authority.detached(content.readAllBytes()));
            pdf.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the QR code of a certificate says.
    public static QrText qr(
            Authority authority, String fullName, String number, String code, int judgments, Instant now) {
        var said = new SignedQr(
                number,
                "NO_1",
                "H26",
                Law.dayOf(now),
                STATUS_INDEX,
                fullName,
                LAN.birthDate(),
                "017",
                judgments,
                RecordScope.ALL);
        return SignQr.sealed(said, new VerificationCode(code), authority.signatory());
    }

    /// What the QR code of a foreigner's certificate says.
    public static QrText qrOfForeigner(Authority authority, Instant now) {
        var said = new SignedQr(
                NUMBER,
                "NO_1",
                "H26",
                Law.dayOf(now),
                STATUS_INDEX,
                FOREIGNER.fullName(),
                FOREIGNER.birthDate(),
                "033",
                0,
                FOREIGNER.recordScope());
        return SignQr.sealed(said, new VerificationCode(CODE), authority.signatory());
    }

    private static Wording wording() {
        return Wording.read(Laws.open("templates/no-1-circular-13-2011.properties"));
    }

    /// A certificate No. 1 with these judgments, none of them expunged.
    public static byte[] unsigned(String signer, List<Judgment> judgments, Instant now) {
        var qr = new QrText(CODE, new byte[0]);
        return new CertificateDocument()
                .write(wording(), content(LAN.fullName(), NUMBER, CODE, qr, signer, judgments, now));
    }

    /// A certificate whose QR code says this, not signed.
    public static byte[] unsigned(QrText qr) {
        return new CertificateDocument()
                .write(wording(), content(LAN.fullName(), NUMBER, CODE, qr, "Người ký", List.of(), Instant.EPOCH));
    }

    /// What a certificate with these judgments says, none of them expunged.
    private static Extract extract(List<Judgment> judgments) {
        var convictions = judgments.stream()
                .map(judgment -> new Conviction(judgment, List.of(), new Expungement.NotExpunged(Set.of(), null, null)))
                .toList();
        return new Extract(convictions, true, List.of());
    }

    /// A certificate of any kind, about anybody, with whatever the register says.
    public static byte[] unsigned(
            CertificateKind kind, Applicant applicant, Extract extract, String signer, Instant now) {
        var template = Laws.packaged().template(kind, LocalDate.of(2026, 11, 23));
        var content = new Content(
                NUMBER,
                Laws.packaged().agency("01", LocalDate.of(2026, 11, 23)),
                applicant,
                new DossierCode("000.00.00.H26-261123-0001"),
                extract,
                new VerificationCode(CODE),
                new QrText(CODE, new byte[0]),
                URI.create("https://hoso.example.vn"),
                signer,
                now);
        return new CertificateDocument().write(Wording.read(Laws.open(template.file())), content);
    }

    public static Judgment judgment(LocalDate sentencedOn) {
        return new Judgment(
                new UUID(1, sentencedOn.toEpochDay()),
                "Tòa án nhân dân Thành phố Hà Nội",
                new Person(LAN.personalNumber(), LAN.fullName(), LAN.birthDate()),
                "12/" + sentencedOn.getYear() + "/HSST",
                sentencedOn,
                "Trộm cắp tài sản",
                "Khoản 1 Điều 173 Bộ luật Hình sự",
                "01 năm tù",
                null,
                null);
    }

    private static Content content(
            String fullName,
            String number,
            String code,
            QrText qr,
            String signer,
            List<Judgment> judgments,
            Instant now) {
        return new Content(
                number,
                Laws.packaged().agency("01", LocalDate.of(2026, 11, 23)),
                named(fullName),
                new DossierCode("000.00.00.H26-261123-0001"),
                extract(judgments),
                new VerificationCode(code),
                qr,
                URI.create("https://hoso.example.vn"),
                signer,
                now);
    }
}
