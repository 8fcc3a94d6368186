package hoso.judicialcert.certificate;

import hoso.judicialcert.law.Laws;
import hoso.judicialcert.register.Judgment;
import hoso.judicialcert.register.Person;
import hoso.judicialcert.request.Address;
import hoso.judicialcert.request.Applicant;
import hoso.judicialcert.request.DossierCode;
import hoso.judicialcert.request.Sex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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

    private Documents() {}

    /// A clean certificate, signed.
    public static byte[] signed(Authority authority) {
        var signing = new PadesSigning(authority.signatory());
        var now = Instant.now();
        return signing.sign(
                authority.signatory(),
                draft(PadesSigning.signer(authority.signatory()), List.of(), now),
                "Hà Nội",
                now);
    }

    /// A clean certificate of each level, B, T and LT.
    public static List<byte[]> ofEachLevel(Authority authority) {
        try (var stamps = new TimeStampSandbox()) {
            var folder = Files.createTempDirectory("levels");
            var extras = PadesLevelsTest.extras(folder, stamps, stamps.anchors(), authority, stamps.url(), false);
            var signing = new PadesSigning(authority.signatory(), extras);
            var now = Instant.now();
            return Stream.of(KeyGeneration.Level.values())
                    .map(level -> signing.sign(
                            authority.signatory(), level, draft("Người ký", List.of(), now), "Hà Nội", now))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Draft draft(String signer, List<Judgment> judgments, Instant now) {
        var wording = Wording.read(Laws.open("templates/no-1-circular-13-2011.properties"));
        return new CertificateDocument().draft(wording, content(signer, judgments, now));
    }

    public static byte[] unsigned(String signer, List<Judgment> judgments, Instant now) {
        var wording = Wording.read(Laws.open("templates/no-1-circular-13-2011.properties"));
        return new CertificateDocument().write(wording, content(signer, judgments, now));
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

    private static Content content(String signer, List<Judgment> judgments, Instant now) {
        return new Content(
                NUMBER,
                Laws.packaged().agency("01", LocalDate.of(2026, 11, 23)),
                LAN,
                new DossierCode("000.00.00.H26-261123-0001"),
                judgments,
                true,
                new VerificationCode(CODE),
                URI.create("https://hoso.example.vn"),
                signer,
                now);
    }
}
