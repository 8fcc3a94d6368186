package hoso.judicialcert.certificate.pdf;

import hoso.chassis.hash.Sha256;
import hoso.chassis.personal.Sensitive;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A certificate that is written and not yet signed. As a file it is PDF/A-2u (ISO 19005-2): whoever keeps it can show
/// it in fifty years, and every letter on the page has its meaning in the file. The signature and what belongs to it
/// are part of the one and only revision, so that anything appended later is a change that shows.
public final class Draft implements Sensitive {
    /// Under this name the code stands in the file's catalogue.
    static final String CODE_KEY = "HosoVerificationCode";

    /// Under this one what the QR code says.
    static final String SEAL_KEY = "HosoSeal";

    private static final byte[] PROFILE = ColourProfile.srgb();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String BYTE_RANGE = "/ByteRange[0 ";
    private static final int RANGE_DIGITS = 32;

    private final Sheet sheet;
    private final About about;
    private final List<byte[]> contents;

    /// What the file says about itself.
    ///
    /// @param code the verification code: it stands in the file also for a reader who cannot read the page
    /// @param seal what the QR code says, for whoever checks the file off line
    record About(String title, String author, String language, String code, String seal, Instant writtenAt) {}

    /// What is asked of the file for the sake of its signature.
    ///
    /// @param place where it is signed
    /// @param room bytes kept free for it
    /// @param evidence about the certificates that a verifier meets
    public record Wish(String place, Instant at, int room, RevocationEvidence evidence) {}

    Draft(Sheet sheet, About about) {
        this.sheet = sheet;
        this.about = about;
        this.contents = sheet.pages().stream()
                .map(page -> page.toString().getBytes(StandardCharsets.ISO_8859_1))
                .map(page -> Deflated.quickly(page, page.length))
                .toList();
    }

    /// The file without any signature.
    byte[] unsigned() {
        var file = new PdfFile();
        var pages = file.reserve();
        var catalogue = catalogue(file, pages, "");
        pages(file, pages, "");
        return file.end(catalogue, information(file), id());
    }

    /// The file with everything but the signature itself.
    public Signable signable(Wish wish) {
        var file = new PdfFile();
        var pages = file.reserve();
        var field = file.reserve();
        var signature = file.reserve();
        var catalogue = catalogue(
                file,
                pages,
                "/AcroForm<</Fields[" + field + " 0 R]/SigFlags 3>>/Perms<</DocMDP " + signature + " 0 R>>"
                        + validation(file, wish));
        var first = pages(file, pages, "/Annots[" + field + " 0 R]");
        file.object(
                field,
                "<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/F 132/Rect[0 0 0 0]/P " + first + " 0 R/V "
                        + signature + " 0 R>>");
        var hole = hole(file, signature, wish);
        var bytes = file.end(catalogue, information(file), id());
        return new Signable(bytes, hole[0], hole[1], wish.room());
    }

    /// The signature dictionary. It certifies that no change whatsoever is permitted (DocMDP P=1): under any
    /// weaker one, a page painted over the result still passes many verifiers.
    private static int[] hole(PdfFile file, int signature, Wish wish) {
        var range = new int[1];
        var begin = new int[1];
        file.object(signature, at -> {
            var before = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(" + TIME.format(wish.at())
                    + ")/Location" + PdfFile.string(wish.place())
                    + "/Reference[<</Type/SigRef/TransformMethod/DocMDP"
                    + "/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]" + BYTE_RANGE;
            range[0] = at + before.length();
            var contents = before + " ".repeat(RANGE_DIGITS) + "]/Contents ";
            begin[0] = at + contents.length();
            return contents + "<" + "0".repeat(2 * wish.room()) + ">>>";
        });
        return new int[] {range[0], begin[0]};
    }

    /// What a verifier needs in years to come (PAdES-B-LT, ISO 32000-2 12.8.4.3). It was gathered before
    /// the signature and is signed with it.
    private static String validation(PdfFile file, Wish wish) {
        var evidence = wish.evidence();
        var entries = references(
                        file,
                        "/Certs",
                        evidence.certificates().stream().map(Draft::encoded).toList())
                + references(file, "/CRLs", evidence.lists())
                + references(file, "/OCSPs", evidence.answers());
        return entries.isEmpty() ? "" : "/DSS<<" + entries + ">>";
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String references(PdfFile file, String name, List<byte[]> streams) {
        return streams.isEmpty()
                ? ""
                : streams.stream()
                        .map(stream -> file.stream("", stream) + " 0 R")
                        .collect(Collectors.joining(" ", name + "[", "]"));
    }

    /// Pages, their contents and fonts.
    ///
    /// @return number of the first page
    private int pages(PdfFile file, int tree, String annotations) {
        var numbers = contents.stream().map(_ -> file.reserve()).toList();
        var fonts = new StringBuilder();
        var face = 0;
        for (var used : sheet.faces().entrySet()) {
            fonts.append("/F").append(face++).append(' ');
            fonts.append(font(file, used.getKey().embed(used.getValue()))).append(" 0 R");
        }
        for (var i = 0; i < contents.size(); i++) {
            var content = file.stream("/Filter/FlateDecode", contents.get(i));
            file.object(
                    numbers.get(i),
                    "<</Type/Page/Parent " + tree + " 0 R/MediaBox[0 0 " + Sheet.WIDTH + " " + Sheet.HEIGHT
                            + "]/Resources<</Font<<" + fonts + ">>>>/Contents " + content + " 0 R"
                            + (i == 0 ? annotations : "") + ">>");
        }
        file.object(
                tree,
                "<</Type/Pages/Count " + numbers.size() + "/Kids["
                        + numbers.stream().map(number -> number + " 0 R").collect(Collectors.joining(" ")) + "]>>");
        return numbers.getFirst();
    }

    private static int font(PdfFile file, Typeface.Embedded font) {
        var program = file.stream("/Filter/FlateDecode/Length1 " + font.length(), font.program());
        var meaning = file.stream("/Filter/FlateDecode", font.meaning());
        var descriptor = file.object("<</Type/FontDescriptor/FontName/" + font.name() + font.descriptor()
                + "/FontFile2 " + program + " 0 R>>");
        var descendant = file.object("<</Type/Font/Subtype/CIDFontType2/BaseFont/" + font.name()
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity"
                + "/FontDescriptor " + descriptor + " 0 R/W[" + font.widths() + "]>>");
        return file.object("<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/" + font.name()
                + "/DescendantFonts[" + descendant + " 0 R]/ToUnicode " + meaning + " 0 R>>");
    }

    /// Written first, so that whoever has a part of the file only can still find the code in it.
    private int catalogue(PdfFile file, int pages, String more) {
        var profile = file.stream("/N 3", PROFILE);
        var metadata = file.stream("/Type/Metadata/Subtype/XML", metadata());
        return file.object("<</Type/Catalog/Pages " + pages + " 0 R/Lang(" + about.language() + ")/Metadata " + metadata
                + " 0 R/ViewerPreferences<</DisplayDocTitle true>>"
                + "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
                + "/DestOutputProfile " + profile + " 0 R>>]/" + CODE_KEY + "(" + about.code() + ")/" + SEAL_KEY + "("
                + about.seal() + ")" + more + ">>");
    }

    private int information(PdfFile file) {
        var time = TIME.format(about.writtenAt());
        return file.object("<</Title" + PdfFile.string(about.title()) + "/Author" + PdfFile.string(about.author())
                + "/CreationDate(" + time + ")/ModDate(" + time + ")>>");
    }

    private byte[] metadata() {
        var time = about.writtenAt().truncatedTo(ChronoUnit.SECONDS);
        return ("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                        + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                        + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                        + " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
                        + "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"
                        + "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(about.title())
                        + "</rdf:li></rdf:Alt></dc:title>"
                        + "<dc:creator><rdf:Seq><rdf:li>" + escaped(about.author())
                        + "</rdf:li></rdf:Seq></dc:creator>"
                        + "<dc:language><rdf:Bag><rdf:li>" + about.language()
                        + "</rdf:li></rdf:Bag></dc:language>"
                        + "<xmp:CreateDate>" + time + "</xmp:CreateDate><xmp:ModifyDate>" + time
                        + "</xmp:ModifyDate></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// Sixteen bytes that name the document: what stands on it, and when it was written.
    private byte[] id() {
        var digest = Sha256.begin();
        contents.forEach(digest::update);
        digest.update(about.toString().getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(), 16);
    }

    @Override
    public String toString() {
        return "Draft[***]";
    }

    /// A file with room for its signature.
    public static final class Signable {
        private final byte[] bytes;
        private final int begin;
        private final int end;

        private Signable(byte[] bytes, int range, int begin, int room) {
            this.bytes = bytes;
            this.begin = begin;
            this.end = begin + 2 * room + 2;
            var numbers = begin + " " + end + " " + (bytes.length - end);
            System.arraycopy(numbers.getBytes(StandardCharsets.US_ASCII), 0, bytes, range, numbers.length());
        }

        /// SHA-256 of all of it but the room.
        public byte[] digest() {
            var digest = Sha256.begin();
            digest.update(bytes, 0, begin);
            digest.update(bytes, end, bytes.length - end);
            return digest.digest();
        }

        /// The file with this signature (CMS, DER) in it.
        public byte[] with(byte[] signature) {
            if (2 * signature.length > end - begin - 2) {
                throw new IllegalStateException("a signature of " + signature.length + " bytes has no room");
            }
            var at = begin + 1;
            for (var one : signature) {
                bytes[at++] = (byte) Character.forDigit((one >> 4) & 0xF, 16);
                bytes[at++] = (byte) Character.forDigit(one & 0xF, 16);
            }
            return bytes;
        }
    }
}
