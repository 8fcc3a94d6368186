package hoso.healthrecord.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.document.DocumentSignature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class SignatureRuleTest {
    @Test
    void fromItsDayOnOnlyAValidSignatureIsTaken() {
        var rule = new SignatureRule(Optional.of(LocalDate.of(2026, 12, 1)));
        var before = Instant.parse("2026-11-30T16:59:59Z");
        var since = Instant.parse("2026-11-30T17:00:00Z");

        for (var signature : DocumentSignature.values()) {
            assertThat(rule.refuses(signature, before)).isFalse();
            assertThat(rule.refuses(signature, since)).isEqualTo(signature != DocumentSignature.VALID);
            assertThat(new SignatureRule(Optional.empty()).refuses(signature, since))
                    .isFalse();
        }
    }
}
