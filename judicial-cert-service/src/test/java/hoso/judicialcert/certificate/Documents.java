package hoso.judicialcert.certificate;

import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Laws;
import hoso.judicialcert.register.Conviction;
import hoso.judicialcert.register.Expungement;
import hoso.judicialcert.register.Extract;
import hoso.judicialcert.register.Judgment;
import hoso.judicialcert.register.Person;
import hoso.judicialcert.request.Address;
import hoso.judicialcert.request.Applicant;
import hoso.judicialcert.request.DossierCode;
import hoso.judicialcert.request.Sex;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

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

    static final Applicant MARRIED = new Applicant(
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
    static final Applicant FOREIGNER = new Applicant(
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
    static final Person PERSON = new Person(LAN.personalNumber(), LAN.fullName(), LAN.birthDate());

    private Documents() {}

    /// A clean certificate, signed.
    public static byte[] signed(Authority authority) {
        var signing = new PadesSigning(authority.signatory());
        var now = Instant.now();
        return signing.sign(unsigned(signing.signer(), List.of(), now), "Hà Nội", now);
    }

    /// A certificate No. 1 with these judgments, none of them expunged.
    public static byte[] unsigned(String signer, List<Judgment> judgments, Instant now) {
        var convictions = judgments.stream()
                .map(judgment -> new Conviction(judgment, List.of(), new Expungement.NotExpunged(Set.of(), null, null)))
                .toList();
        return unsigned(CertificateKind.NO_1, LAN, new Extract(convictions, true, List.of()), signer, now);
    }

    /// A certificate of any kind, about anybody, with whatever the register says.
    static byte[] unsigned(CertificateKind kind, Applicant applicant, Extract extract, String signer, Instant now) {
        var template = Laws.packaged().template(kind, LocalDate.of(2026, 11, 23));
        var content = new Content(
                NUMBER,
                Laws.packaged().agency("01", LocalDate.of(2026, 11, 23)),
                applicant,
                new DossierCode("000.00.00.H26-261123-0001"),
                extract,
                new VerificationCode(CODE),
                URI.create("https://hoso.example.vn"),
                signer,
                now);
        return new CertificateDocument().write(Wording.read(Laws.open(template.file())), content);
    }

    static Judgment judgment(LocalDate sentencedOn) {
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
}
