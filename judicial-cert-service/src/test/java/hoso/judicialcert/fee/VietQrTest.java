package hoso.judicialcert.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class VietQrTest {

    @Test
    void thePayloadIsThatOfTheFormat() {
        var qr = new VietQr("970436", "0011001234567", 200_000, "LLTP1 26112300012345");

        assertThat(qr.payload())
                .isEqualTo("00020101021238570010A00000072701270006970436011300110012345670208QRIBFTTA"
                        + "530370454062000005802VN62240820LLTP1 261123000123456304AE71");
    }

    @Test
    void theChecksumIsCcittFalse() {
        assertThat(VietQr.checksum("123456789")).isEqualTo(0x29B1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Phí lý lịch tư pháp", "LLTP1 26112300012345 and more"})
    void aPurposeIsShortAndPlain(String purpose) {
        assertThatThrownBy(() -> new VietQr("970436", "0011001234567", 1, purpose))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReferenceIsTheDayInHanoiAndASerial() {
        var reference = PaymentReference.of(Instant.parse("2026-11-22T18:00:00Z"), 12_345);

        assertThat(reference.value()).isEqualTo("26112300012345");
    }

    @ParameterizedTest
    @CsvSource({
        "LLTP1 26112300012345",
        "MBVCB.123.LLTP1 26112300012345.CT tu 0011 NGUYEN THI THU",
        "lltp1-26112300012345",
        "IBFT LLTP126112300012345 GD 999",
    })
    void theReferenceIsFoundInWhateverTheBankMadeOfIt(String text) {
        assertThat(PaymentReference.in(text)).hasValue(new PaymentReference("26112300012345"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tien nha", "LLTP1 2611230001234", "LLTP1 261123000123456"})
    void aTextWithoutAReferenceHasNone(String text) {
        assertThat(PaymentReference.in(text)).isEmpty();
    }
}
