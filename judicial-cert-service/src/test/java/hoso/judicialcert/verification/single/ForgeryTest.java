package hoso.judicialcert.verification.single;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.hash.Sha256;
import hoso.chassis.testing.TestClock;
import hoso.judicialcert.certificate.pdf.Documents;
import hoso.judicialcert.certificate.signing.Authority;
import hoso.judicialcert.proof.document.Examination;
import hoso.judicialcert.proof.document.Traces;
import hoso.judicialcert.proof.statement.Doubt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What can be done to a certificate, and that each of it is told: with the register at hand, and by the marks alone
/// that remain when nobody can be asked.
@Tag("core")
class ForgeryTest {
    private static final Authority OURS = new Authority();
    private static final byte[] GENUINE = Documents.signed(OURS);
    private static final Examination EXAMINATION = new Examination(OURS.trust());

    /// Changes a document.
    private interface Forgery {
        void apply(PDDocument document) throws IOException;
    }

    @Test
    void aGenuineCertificatePassesTheStrictPolicy() {
        assertThat(EXAMINATION.doubts(GENUINE)).isEmpty();
    }

    @Test
    void aGenuineCertificateOfEachLevelAndKindOfKeyPassesTheStrictPolicy() {
        for (var authority : List.of(OURS, Authority.rsa())) {
            assertThat(Documents.ofEachLevel(authority))
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(new Examination(authority.trust()).doubts(file))
                            .isEmpty());
        }
    }

    @Test
    void aFlippedBitIsTold() {
        for (var place : List.of(200, GENUINE.length / 3, GENUINE.length / 2)) {
            var forged = GENUINE.clone();
            forged[place] ^= 1;

            assertThat(EXAMINATION.doubts(forged))
                    .as("bit flipped at %d", place)
                    .isNotEmpty();
        }
    }

    @Test
    void aPageReplacedByAnAppendedRevisionIsTold() throws IOException {
        var forged = append(document -> {
            var page = document.getPage(0);
            try (var content =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, true, true)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 14);
                content.newLineAtOffset(80, 500);
                content.showText("Khong co an tich");
                content.endText();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
        });

        assertThat(EXAMINATION.doubts(forged)).contains(Doubt.CHANGED_AFTER_SIGNING);
        assertThat(Traces.of(forged).revisions()).contains(Sha256.hex(GENUINE));
    }

    @Test
    void anAnnotationPaintedOverTheResultIsTold() throws IOException {
        var forged = append(document -> {
            var page = document.getPage(0);
            var note = new PDAnnotationFreeText();
            note.setRectangle(new PDRectangle(80, 400, 300, 40));
            note.setContents("Result: NO CRIMINAL RECORD");
            note.setDefaultAppearance("/Helv 12 Tf 0 g");
            note.constructAppearances(document);
            page.getAnnotations().add(note);
            page.getCOSObject().setNeedToBeUpdated(true);
            page.getCOSObject().getCOSArray(COSName.ANNOTS).setNeedToBeUpdated(true);
            note.getCOSObject().setNeedToBeUpdated(true);
        });

        assertThat(EXAMINATION.doubts(forged)).contains(Doubt.CHANGED_AFTER_SIGNING);
        assertThat(Traces.of(forged).revisions()).contains(Sha256.hex(GENUINE));
    }

    @Test
    void whitespaceAppendedIsTold() {
        var forged = Arrays.copyOf(GENUINE, GENUINE.length + 2);
        Arrays.fill(forged, GENUINE.length, forged.length, (byte) ' ');

        assertThat(EXAMINATION.doubts(forged)).isNotEmpty();
        assertThat(Traces.of(forged).revisions()).contains(Sha256.hex(GENUINE));
    }

    @Test
    void aTruncatedFileIsTold() {
        for (var length : List.of(GENUINE.length - 1, GENUINE.length - 2000, GENUINE.length / 2)) {
            assertThat(EXAMINATION.doubts(Arrays.copyOf(GENUINE, length)))
                    .as("cut to %d bytes", length)
                    .isNotEmpty();
        }
    }

    @Test
    void anotherAuthorityOfTheSameNameIsNotTrusted() {
        var forged = Documents.signed(new Authority());

        assertThat(EXAMINATION.doubts(forged)).contains(Doubt.ISSUER_NOT_TRUSTED);
    }

    @Test
    void zeroedContentsAreNoSignature() {
        var text = new String(GENUINE, StandardCharsets.ISO_8859_1);
        var start = text.indexOf("/Contents <") + "/Contents <".length();
        var end = text.indexOf('>', start);
        var forged = GENUINE.clone();
        Arrays.fill(forged, start, end, (byte) '0');

        assertThat(start).isGreaterThan("/Contents <".length());
        assertThat(EXAMINATION.doubts(forged)).isNotEmpty();
    }

    @Test
    void anUnsignedDocumentHasNoSignature() {
        var unsigned = Documents.unsigned("Cục Hồ sơ nghiệp vụ", List.of(), TestClock.now());

        assertThat(EXAMINATION.doubts(unsigned)).contains(Doubt.NO_SIGNATURE);
    }

    @Test
    void whatIsNoPdfCannotBeRead() {
        for (var file : List.of("", "%PDF-1.7", "<xml/>", "PK\u0003\u0004")) {
            assertThat(EXAMINATION.doubts(file.getBytes(StandardCharsets.ISO_8859_1)))
                    .isNotEmpty();
        }
    }

    @Test
    void theCodeIsFoundInTheFileAndOnThePage() {
        var traces = Traces.of(GENUINE);

        assertThat(traces.codes()).contains(Documents.CODE);
        assertThat(traces.numbers()).contains(Documents.NUMBER);
        assertThat(Traces.of(Arrays.copyOf(GENUINE, GENUINE.length / 2)).codes())
                .contains(Documents.CODE);
    }

    @Test
    void noForgeryOfTheCorpusIsAcceptedAndNothingGenuineIsRefused() {
        var run = ForgeryRun.of(50, 50, _ -> {});

        assertThat(run.corpus()).isGreaterThanOrEqualTo(200);
        assertThat(run.accepted()).isEmpty();
        assertThat(run.acceptedOffline()).isEmpty();
        assertThat(run.genuine()).isEqualTo(50);
        assertThat(run.refused()).isEmpty();
    }

    private static byte[] append(Forgery forgery) throws IOException {
        try (var document = Loader.loadPDF(GENUINE);
                var forged = new ByteArrayOutputStream()) {
            forgery.apply(document);
            document.saveIncremental(forged);
            return forged.toByteArray();
        }
    }
}
