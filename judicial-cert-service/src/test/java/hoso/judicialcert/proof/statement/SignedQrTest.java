package hoso.judicialcert.proof.statement;

import static org.assertj.core.api.Assertions.assertThat;

import COSE.CoseException;
import COSE.Message;
import COSE.MessageTag;
import COSE.OneKey;
import COSE.Sign1Message;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.upokecenter.cbor.CBORObject;
import hoso.judicialcert.certificate.pdf.Documents;
import hoso.judicialcert.certificate.signing.Authority;
import hoso.judicialcert.proof.document.Traces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the QR code says by itself, and that it cannot be made to say anything else.
@Tag("core")
class SignedQrTest {
    private static final Authority OURS = new Authority();
    private static final String NAME = "NGUYỄN THỊ THỬ NGHIỆM";
    private static final QrText QR =
            Documents.qr(OURS, NAME, Documents.NUMBER, Documents.CODE, 2, Instant.parse("2026-11-25T10:00:00Z"));

    @Test
    void whatWasSealedIsRead() {
        var opened = SignedQrReader.open(QrText.read(QR.fragment()).orElseThrow(), OURS.trust());

        assertThat(opened).isInstanceOfSatisfying(OpenedQr.Genuine.class, genuine -> {
            assertThat(genuine.seal().fullName()).isEqualTo(NAME);
            assertThat(genuine.seal().number()).isEqualTo(Documents.NUMBER);
            assertThat(genuine.seal().judgments()).isEqualTo(2);
            assertThat(genuine.seal().issuedOn()).isEqualTo("2026-11-25");
            assertThat(genuine.seal().statusIndex()).isEqualTo(Documents.STATUS_INDEX);
        });
    }

    @Test
    void anImplementationOfCoseThatIsNotOursAcceptsIt() throws CoseException {
        var message = (Sign1Message) Message.DecodeFromBytes(QR.seal(), MessageTag.Sign1);

        message.setExternal(Documents.CODE.getBytes(StandardCharsets.US_ASCII));
        assertThat(message.validate(new OneKey(OURS.signer().getPublicKey(), null)))
                .isTrue();
        assertThat(CBORObject.DecodeFromBytes(message.GetContent())
                        .get(CBORObject.FromObject(6))
                        .AsString())
                .isEqualTo(NAME);
    }

    @Test
    void aSealBesideAnotherCodeIsBroken() {
        var copied = new QrText("0123-4567-89AB-CDEG", QR.seal());

        assertThat(SignedQrReader.open(copied, OURS.trust())).isEqualTo(new OpenedQr.Refused(Doubt.SIGNATURE_BROKEN));
    }

    @Test
    void aSealOfAnotherAuthorityOfTheSameNameIsNotTrusted() {
        assertThat(SignedQrReader.open(QR, new Authority().trust()))
                .isEqualTo(new OpenedQr.Refused(Doubt.ISSUER_NOT_TRUSTED));
    }

    @Test
    void aSealOfTheFirstEveningOfAKeyIsGenuineAndOneOfTheDayBeforeIsNot() {
        // Eight in the evening in Hà Nội.
        var begin = Instant.parse("2026-11-25T13:00:00Z");
        var authority = Authority.since(begin);

        assertThat(SignedQrReader.open(sealed(authority, begin.plusSeconds(600)), authority.trust()))
                .isInstanceOf(OpenedQr.Genuine.class);
        assertThat(SignedQrReader.open(sealed(authority, begin.minusSeconds(86_400)), authority.trust()))
                .isEqualTo(new OpenedQr.Refused(Doubt.ISSUER_NOT_TRUSTED));
        var last = authority.signer().getNotAfter().toInstant();
        assertThat(SignedQrReader.open(sealed(authority, last.minusSeconds(600)), authority.trust()))
                .isInstanceOf(OpenedQr.Genuine.class);
        assertThat(SignedQrReader.open(sealed(authority, last.plusSeconds(86_400)), authority.trust()))
                .isEqualTo(new OpenedQr.Refused(Doubt.ISSUER_NOT_TRUSTED));
    }

    @Test
    void ofAForeignerOnlyTheResidenceIsAttested() {
        var qr = Documents.qrOfForeigner(OURS, Instant.parse("2026-11-25T10:00:00Z"));

        assertThat(SignedQrReader.open(qr, OURS.trust()))
                .isInstanceOfSatisfying(
                        OpenedQr.Genuine.class,
                        genuine -> assertThat(genuine.seal().scope()).isEqualTo(RecordScope.RESIDENCE_IN_VN));
        assertThat(SignedQrReader.open(QR, OURS.trust()))
                .isInstanceOfSatisfying(
                        OpenedQr.Genuine.class,
                        genuine -> assertThat(genuine.seal().scope()).isEqualTo(RecordScope.ALL));
    }

    private static QrText sealed(Authority authority, Instant now) {
        return Documents.qr(authority, NAME, Documents.NUMBER, Documents.CODE, 0, now);
    }

    @Test
    void noByteOfASealCanBeChanged() {
        for (var place = 0; place < QR.seal().length; place++) {
            for (var bit = 0; bit < 8; bit++) {
                var forged = QR.seal().clone();
                forged[place] ^= (byte) (1 << bit);

                assertThat(SignedQrReader.open(new QrText(QR.code(), forged), OURS.trust()))
                        .as("bit %d of byte %d", bit, place)
                        .isInstanceOf(OpenedQr.Refused.class);
            }
        }
    }

    @Test
    void nothingCanBeCutOffOrAdded() {
        for (var length = 0; length < QR.seal().length; length++) {
            var cut = java.util.Arrays.copyOf(QR.seal(), length);

            assertThat(SignedQrReader.open(new QrText(QR.code(), cut), OURS.trust()))
                    .isInstanceOf(OpenedQr.Refused.class);
        }
        var longer = java.util.Arrays.copyOf(QR.seal(), QR.seal().length + 1);
        assertThat(SignedQrReader.open(new QrText(QR.code(), longer), OURS.trust()))
                .isInstanceOf(OpenedQr.Refused.class);
    }

    @Test
    void theSealSaysNoMoreThanThePage() {
        assertThat(new String(QR.seal(), StandardCharsets.UTF_8)).doesNotContain("003185000017");
        assertThat(QR.toString()).doesNotContain(Documents.CODE);
        assertThat(SignedQrReader.open(QR, OURS.trust()).toString()).doesNotContain(NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "https://hoso.example.vn/verify",
                "https://evil.example/verify#0123-4567-89AB-CDE",
                "0123-4567-89AB-CDEF.",
                "0123-4567-89AB-CDEF.abc",
                "0123-4567-89AB-CDEF.A",
                "0123-4567-89AB-CDEF.AB",
                "0123-4567-89AB-CDEF.AA A"
            })
    void whatIsNoTextOfAQrCodeIsTold(String text) {
        assertThat(QrText.read(text)).isEmpty();
    }

    @Test
    void anAddressWithTheTextBehindIsTheTextItself() {
        assertThat(QrText.read("https://hoso.example.vn/verify#" + QR.fragment())
                        .orElseThrow()
                        .fragment())
                .isEqualTo(QR.fragment());
        assertThat(QrText.read(Documents.CODE).orElseThrow().isSealed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Authority.Kind.class)
    void aCameraReadsItOffThePage(Authority.Kind kind) throws IOException, ReaderException {
        var authority = new Authority(kind);
        var document = Documents.signed(
                authority, "NGUYỄN PHÚC THỊ KHÁNH LINH THỬ NGHIỆM", Documents.NUMBER, Documents.CODE, List.of());

        var text = QrText.read(camera(document)).orElseThrow();

        assertThat(SignedQrReader.open(text, authority.trust())).isInstanceOf(OpenedQr.Genuine.class);
        assertThat(Traces.of(document).seals()).containsExactly(text.fragment());
    }

    /// A camera sees many pictures of a page, each at another distance; one that can be read is enough.
    private static String camera(byte[] pdf) throws IOException, ReaderException {
        try (var document = Loader.loadPDF(pdf)) {
            for (var dotsPerInch : List.of(200, 220, 250, 300)) {
                try {
                    return picture(document, dotsPerInch);
                } catch (ReaderException _) {
                    // The next picture.
                }
            }
            return picture(document, 400);
        }
    }

    private static String picture(PDDocument document, int dotsPerInch) throws IOException, ReaderException {
        var image = new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch);
        var points = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), points);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
