package hoso.judicialcert.sharing.recheck;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where somebody with a key asks again, without login.
@Path("/rechecks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RecheckResource {
    private static final int LONGEST = 255;
    private final CheckAgain check;
    private final Clock clock;

    RecheckResource(CheckAgain check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    /// The key the holder handed over.
    record Asked(@Nullable String key) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// One word.
    record Told(RecheckResult result) {}

    @POST
    @PermitAll
    public Response check(Asked asked) {
        var key = asked.key();
        if (key == null || key.isBlank()) {
            throw Problem.invalid(List.of(FieldError.of("/key", "required"))).raise();
        }
        if (key.length() > LONGEST) {
            throw Problem.invalid(List.of(FieldError.of("/key", "too-long"))).raise();
        }
        return switch (check.check(key.strip())) {
            case CheckAgain.Outcome.Told(var news) ->
                Response.ok(new Told(news)).header("Cache-Control", "no-store").build();
            case CheckAgain.Outcome.Refused(var refusal) ->
                throw ConsentProblem.of(refusal, clock.instant()).raise();
        };
    }
}
