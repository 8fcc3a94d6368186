package hoso.healthrecord.held;

import hoso.chassis.caller.Caller;
import hoso.chassis.problem.PathId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/// Where a citizen says that a visit is not theirs.
///
/// The whole path stands here: a class is chosen by the longest path that fits (Jakarta REST 3.7.2), and no other class
/// is tried after it. Under a shorter path the class of `/records/me/visits` would be chosen, and answer 404.
@Path("/records/me/visits/{id}/disowning")
@RunOnVirtualThread
class DisownedVisitResource {
    private final SettleVisit settle;
    private final Caller caller;

    DisownedVisitResource(SettleVisit settle, Caller caller) {
        this.settle = settle;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("citizen")
    public Response disown(@PathParam("id") String id) {
        caller.requireStepUp();
        var visit = PathId.read(id);
        return SettledAnswer.of(settle.disown(caller.personId(), visit), "disowned", visit);
    }
}
