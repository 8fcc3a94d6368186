package hoso.healthrecord.record;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.person.Demographics;
import hoso.healthrecord.record.HealthRecord.Decision;
import hoso.healthrecord.record.HealthRecord.Integration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class HealthRecordTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final UUID LAN = UUID.fromString("019a5b00-0000-7abc-8def-0123456789ab");
    private static final UUID MINH = UUID.fromString("019a5b00-0000-7abc-8def-0123456789ac");
    private static final HealthRecord OPENED =
            new HealthRecord(UUID.fromString("019a5c1e-7a3f-7d10-8e44-90ab12cd34ef"), null, 3);

    @Test
    void beforeAnybodyVouchedTheNumberAloneDecides() {
        assertThat(OPENED.takes(person(1))).isTrue();
        assertThat(OPENED.takes(person(2))).isTrue();
    }

    @Test
    void anIntegratedRecordTakesOnlyItsOwner() {
        var integrated = ((Decision.Integrated) OPENED.integrate(LAN, person(1), NOW)).record();

        assertThat(integrated.integration()).isEqualTo(new Integration(LAN, person(1), NOW));
        assertThat(integrated.version()).isEqualTo(4);
        assertThat(integrated.takes(person(1))).isTrue();
        assertThat(integrated.takes(person(2))).isFalse();
    }

    @Test
    void aRecordIsIntegratedOnceAndByOneCitizen() {
        var integrated = ((Decision.Integrated) OPENED.integrate(LAN, person(1), NOW)).record();

        assertThat(integrated.integrate(LAN, person(2), NOW.plusSeconds(1)))
                .isEqualTo(new Decision.IntegratedBefore(integrated));
        assertThat(integrated.integrate(MINH, person(1), NOW)).isEqualTo(new Decision.IntegratedElsewhere());
    }

    @Test
    void aRecordTakesVisitsUnderTheNameThatWasVouchedForLast() {
        var integrated = ((Decision.Integrated) OPENED.integrate(LAN, person(1), NOW)).record();

        var again = integrated.vouchedAgain(person(2));

        assertThat(again.citizen()).isEqualTo(LAN);
        assertThat(again.takes(person(2))).isTrue();
        assertThat(again.takes(person(1))).isFalse();
    }

    private static Demographics person(int which) {
        var marks = new byte[96];
        Arrays.fill(marks, (byte) which);
        return new Demographics(marks);
    }
}
