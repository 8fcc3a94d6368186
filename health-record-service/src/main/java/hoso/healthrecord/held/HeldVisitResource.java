package hoso.healthrecord.held;

import hoso.chassis.caller.Caller;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.problem.PathId;
import hoso.healthrecord.integration.IdentityClient;
import hoso.healthrecord.integration.IntegrationProblem;
import hoso.healthrecord.visit.HeldVisits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a citizen sees that visits wait, and accepts one.
@Path("/records/me/held-visits")
@RunOnVirtualThread
class HeldVisitResource {
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final SettleVisit settle;
    private final IdentityClient identity;
    private final Caller caller;

    HeldVisitResource(SettleVisit settle, IdentityClient identity, Caller caller) {
        this.settle = settle;
        this.identity = identity;
        this.caller = caller;
    }

    /// All that is told of a visit before it is accepted.
    ///
    /// @param day of admission, in Viet Nam
    record HeldVisitAnswer(UUID visitId, String facility, LocalDate day) {
        static HeldVisitAnswer of(HeldVisits.Waiting waiting) {
            return new HeldVisitAnswer(
                    waiting.id(), waiting.facility(), LocalDate.ofInstant(waiting.admittedAt(), VIET_NAM));
        }
    }

    @GET
    @RolesAllowed("citizen")
    @Produces(MediaType.APPLICATION_JSON)
    public Response waiting(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        caller.requireStepUp();
        var wanted = Page.limit(number(limit));
        var page = settle.waiting(caller.personId(), Cursor.parse(after), wanted);
        var answer = Response.ok(page.map(HeldVisitAnswer::of)).header("Cache-Control", "no-store");
        if (page.next() != null) {
            answer.header("Link", "<?after=" + page.next() + "&limit=" + wanted + ">; rel=\"next\"");
        }
        return answer.build();
    }

    @POST
    @Path("/{id}/acceptance")
    @RolesAllowed("citizen")
    public Response accept(@PathParam("id") String id) {
        caller.requireStepUp();
        var citizen = caller.personId();
        var visit = PathId.read(id);
        // Asked before the transaction, so that a slow partner holds no connection to the database.
        var vouched = identity.vouch(citizen, caller.bearer())
                .orElseThrow(() -> IntegrationProblem.notVouched().raise());
        return SettledAnswer.of(settle.accept(citizen, visit, vouched), "accepted", visit);
    }

    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
