package hoso.healthrecord.access.emergency;

import hoso.chassis.caller.Caller;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.PathId;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.access.emergency.EmergencyAccess.Finding;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The queue of a facility's privacy officers: each access in an emergency is a case.
@Path("/privacy-officer/emergency-accesses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EmergencyReviewResource {
    private static final String OFFICER = "privacy-officer";
    private static final int LONGEST = 2_000;

    private final ReviewEmergency review;
    private final Caller caller;

    EmergencyReviewResource(ReviewEmergency review, Caller caller) {
        this.review = review;
        this.caller = caller;
    }

    record FindingBody(@Nullable Finding finding, @Nullable String text) {}

    @GET
    @RolesAllowed(OFFICER)
    public Response queue(
            @QueryParam("closed") @Nullable Boolean closed,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        caller.requireStepUp();
        var page = review.queue(
                        caller.requireOrganisation(),
                        Boolean.TRUE.equals(closed),
                        Cursor.parse(after),
                        Page.limit(limit))
                .map(EmergencyAnswer::of);
        return Response.ok(page).header("Cache-Control", "no-store").build();
    }

    @POST
    @Path("/{id}/claim")
    @RolesAllowed(OFFICER)
    public Response take(@PathParam("id") String id) {
        caller.requireStepUp();
        var facility = caller.requireOrganisation();
        return EmergencyAnswer.of(review.take(facility, PathId.read(id), caller.personId()));
    }

    @POST
    @Path("/{id}/finding")
    @RolesAllowed(OFFICER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response close(@PathParam("id") String id, FindingBody body) {
        caller.requireStepUp();
        var facility = caller.requireOrganisation();
        var finding = body.finding();
        var text = body.text() == null ? "" : body.text().strip();
        if (finding == null || text.isEmpty() || text.length() > LONGEST) {
            throw Problem.invalid(List.of(FieldError.of(finding == null ? "/finding" : "/text", "missing")))
                    .raise();
        }
        return EmergencyAnswer.of(review.close(facility, PathId.read(id), caller.personId(), finding, text));
    }
}
