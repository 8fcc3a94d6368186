package hoso.healthrecord.filing.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.personal.Sensitive;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A slip as a facility or its owner is told: whether it holds, and nothing of why it was written.
@JsonInclude(JsonInclude.Include.NON_NULL)
record SlipAnswer(
        SlipKind kind,
        String number,
        String issuedBy,
        @Nullable String forFacility,
        LocalDate validFrom,
        LocalDate validUntil,
        CheckSlips.State state,
        @Nullable String usedBy,
        @Nullable OffsetDateTime usedAt)
        implements Sensitive {
    private static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);

    static SlipAnswer of(CheckSlips.Checked checked) {
        var slip = checked.slip();
        var use = checked.use();
        return new SlipAnswer(
                slip.kind(),
                slip.number(),
                slip.facility(),
                slip.forFacility(),
                slip.from(),
                slip.until(),
                checked.state(),
                use == null ? null : use.facility(),
                use == null ? null : use.at().atOffset(LOCAL));
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
