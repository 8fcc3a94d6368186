package hoso.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class PasscodeTest {

    /// "12345678901234567890" in base32, the secret of the test vectors of RFC 6238.
    private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Test
    void codesAreThoseOfTheStandard() {
        assertThat(Passcode.at(SEED, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(Passcode.at(SEED, Instant.ofEpochSecond(1_111_111_109L))).isEqualTo("081804");
        assertThat(Passcode.at(SEED, Instant.ofEpochSecond(20_000_000_000L))).isEqualTo("353130");
    }
}
