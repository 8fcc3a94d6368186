package hoso.local.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class VietQrTest {

    private static final String CODE =
            "00020101021238570010A00000072701270006970436011300110012345670208QRIBFTTA530370454062000005802VN62240820LLTP1 261123000123456304AE71";

    @Test
    void theChecksumIsTheOneOfTheStandard() {
        assertThat(VietQr.crc("123456789")).isEqualTo("29B1");
    }

    @Test
    void aCodeIsReadAsABankingAppReadsIt() throws VietQr.Unreadable {
        assertThat(VietQr.read(CODE))
                .isEqualTo(new VietQr("970436", "0011001234567", Optional.of(200_000L), "LLTP1 26112300012345"));
    }

    @Test
    void aCodeWithOneOtherDigitIsRefused() {
        assertThatThrownBy(() -> VietQr.read(CODE.replace("5406200000", "5406900000")))
                .isInstanceOf(VietQr.Unreadable.class)
                .hasMessage("the checksum is wrong");
    }

    @Test
    void aCodeThatIsCutOffIsRefused() {
        for (var length = 0; length < CODE.length(); length++) {
            var cut = CODE.substring(0, length);

            assertThatThrownBy(() -> VietQr.read(cut)).isInstanceOf(VietQr.Unreadable.class);
        }
    }

    @Test
    void aLengthThatReachesBeyondTheEndIsRefused() {
        var body = "00020199996304";

        assertThatThrownBy(() -> VietQr.read(body + VietQr.crc(body)))
                .isInstanceOf(VietQr.Unreadable.class)
                .hasMessage("field 99 is cut off");
    }
}
