package hoso.local.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class TrackingNumberTest {

    @Test
    void theCheckDigitIsTheOneOfThePostalUnion() {
        assertThat(TrackingNumber.of(47_312_482)).isEqualTo("EE473124829VN");
    }
}
