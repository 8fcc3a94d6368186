package hoso.healthrecord.access.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.access.consent.AccessConsent.Requester;
import hoso.healthrecord.access.consent.AccessConsent.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A consent as the citizen and whoever asked see it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentAnswer(
        UUID consentId,
        State state,
        Requester requester,
        ConsentBody.Terms asked,
        ConsentBody.@Nullable Terms granted,
        Instant askedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant revokedAt)
        implements Sensitive {
    static ConsentAnswer of(AccessConsent consent) {
        return new ConsentAnswer(
                consent.id(),
                consent.state(),
                consent.by(),
                ConsentBody.Terms.of(consent.asked()),
                consent.granted() == null ? null : ConsentBody.Terms.of(consent.granted()),
                consent.askedAt(),
                consent.answeredAt(),
                consent.revokedAt());
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
