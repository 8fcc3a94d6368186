package hoso.healthrecord.document.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.healthrecord.document.Documents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class PackingTest {

    @Test
    void documentsOfBothFormatsComeBackByteForByte() {
        for (var document : new byte[][] {Documents.claimExample(), Documents.bundleExample(), new byte[0]}) {
            assertThat(Packing.unpack(Packing.document(document))).isEqualTo(document);
            assertThat(Packing.unpack(Packing.summary(document))).isEqualTo(document);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The last letter holds bits that encoding again would not give.
                "QUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDRE==",
                "QUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDR",
                "QUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVG\nQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJD",
                "QUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVGQUJDREVG====",
                "========================================================================================"
            })
    void whatLooksLikeBase64AndIsNoneComesBackAsItWas(String run) {
        var document = ("<NOIDUNGFILE>" + run + "</NOIDUNGFILE>").getBytes(StandardCharsets.UTF_8);

        assertThat(Packing.unpack(Packing.document(document))).isEqualTo(document);
    }

    @Test
    void anyBytesComeBackAsTheyWere() {
        var random = new Random(11);
        for (int i = 0; i < 300; i++) {
            var document = new ByteArrayOutputStream();
            for (int piece = random.nextInt(6); piece > 0; piece--) {
                var bytes = new byte[random.nextInt(300)];
                random.nextBytes(bytes);
                document.writeBytes(
                        random.nextBoolean() ? bytes : Base64.getEncoder().encode(bytes));
            }

            assertThat(Packing.unpack(Packing.document(document.toByteArray()))).isEqualTo(document.toByteArray());
        }
    }

    @Test
    void aClaimTakesLessThanHalfOfWhatItTook() throws IOException {
        var claim = Documents.claimExample();

        assertThat(Packing.document(claim).length).isLessThan(asBefore(claim).length / 2);
    }

    @Test
    void anAttachmentTakesNoMoreThanItsBytes() {
        var attachment = new byte[100_000];
        new Random(3).nextBytes(attachment);
        var document = ("{\"data\":\"" + Base64.getEncoder().encodeToString(attachment) + "\"}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(Packing.document(document).length).isLessThan(100_200);
    }

    @Test
    void whatEarlierReleasesPackedIsStillRead() throws IOException {
        assertThat(Packing.unpack(asBefore(Documents.claimExample()))).isEqualTo(Documents.claimExample());
    }

    @Test
    void whatWasCutShortOrPackedInAnotherWayIsNotTakenForADocument() {
        var packed = Packing.document(Documents.claimExample());

        assertThatThrownBy(() -> Packing.unpack(Arrays.copyOf(packed, packed.length / 2)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Packing.unpack(new byte[] {9, 9})).isInstanceOf(IllegalStateException.class);
    }

    private static byte[] asBefore(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
