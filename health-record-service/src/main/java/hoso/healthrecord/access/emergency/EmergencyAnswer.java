package hoso.healthrecord.access.emergency;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.access.emergency.EmergencyAccess.Answer;
import hoso.healthrecord.access.emergency.EmergencyAccess.Opener;
import hoso.healthrecord.access.emergency.EmergencyAccess.Reasoned;
import hoso.healthrecord.access.emergency.EmergencyAccess.Review;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An access in an emergency as who opened it and the privacy officer see it. It does not name the record.
@JsonInclude(JsonInclude.Include.NON_NULL)
record EmergencyAnswer(
        UUID accessId,
        Scope scope,
        Opener openedBy,
        Reasoned reason,
        @Nullable Reasoned secondReason,
        Instant openedAt,
        Instant until,
        int openedBefore,
        @Nullable Review review)
        implements Sensitive {
    /// What is open.
    enum Scope {
        SUMMARY,
        VISITS
    }

    static EmergencyAnswer of(EmergencyAccess access) {
        return new EmergencyAnswer(
                access.id(),
                access.second() == null ? Scope.SUMMARY : Scope.VISITS,
                access.by(),
                access.first(),
                access.second(),
                access.openedAt(),
                access.until(),
                access.before(),
                access.review());
    }

    static Response of(Optional<Answer> answer) {
        return switch (answer.orElseThrow(() -> Problem.notFound().raise())) {
            case Answer.Became(var access) -> response(access);
            case Answer.Same(var access) -> response(access);
            case Answer.Over() ->
                throw Problem.of(403, "record-access-ended")
                        .with("because", "EXPIRED")
                        .raise();
            case Answer.NotReasoned() ->
                throw Problem.of(409, "emergency-not-reasoned").raise();
            case Answer.OwnCase() -> throw Problem.of(409, "emergency-own-case").raise();
            case Answer.Taken() -> throw Problem.of(409, "emergency-taken").raise();
        };
    }

    static Response response(EmergencyAccess access) {
        return Response.ok(of(access)).header("Cache-Control", "no-store").build();
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
