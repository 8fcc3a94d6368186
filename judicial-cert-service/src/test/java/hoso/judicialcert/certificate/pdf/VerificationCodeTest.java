package hoso.judicialcert.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class VerificationCodeTest {

    @Test
    void tenBytesMakeSixteenCharacters() {
        assertThat(VerificationCode.of(HexFormat.of().parseHex("00000000000000000000"))
                        .value())
                .isEqualTo("0000-0000-0000-0000");
        assertThat(VerificationCode.of(HexFormat.of().parseHex("ffffffffffffffffffff"))
                        .value())
                .isEqualTo("ZZZZ-ZZZZ-ZZZZ-ZZZZ");
        assertThat(VerificationCode.of(HexFormat.of().parseHex("08421084210842108421"))
                        .value())
                .isEqualTo("1111-1111-1111-1111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123-4567-89AB-CDEF", "o123 456789abcdef", "0I23-4567-89AB-CDEF", "0l23 4567 89ab cdef"})
    void aCodeIsReadHoweverItWasTyped(String typed) {
        var code = VerificationCode.read(typed);

        assertThat(code).hasValue(new VerificationCode("0123-4567-89AB-CDEF"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123-4567-89AB-CDE", "0123-4567-89AB-CDEF-0", "U123-4567-89AB-CDEF"})
    void whatCannotBeACodeIsNone(String typed) {
        assertThat(VerificationCode.read(typed)).isEmpty();
    }

    @Test
    void aCodeIsNotPrinted() {
        assertThat(new VerificationCode("0123-4567-89AB-CDEF")).hasToString("VerificationCode[***]");
    }
}
