package hoso.healthrecord.filing.slip;

import hoso.chassis.caller.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/// The citizen's own slips, and whether each still holds.
@Path("/records/me/slips")
@RunOnVirtualThread
class OwnSlipResource {
    private final CheckSlips slips;
    private final Caller caller;

    OwnSlipResource(CheckSlips slips, Caller caller) {
        this.slips = slips;
        this.caller = caller;
    }

    record OwnSlips(List<SlipAnswer> items) {}

    @GET
    @RolesAllowed("citizen")
    @Produces(MediaType.APPLICATION_JSON)
    public Response own() {
        caller.requireStepUp();
        var own = slips.own(caller.personId()).stream().map(SlipAnswer::of).toList();
        return Response.ok(new OwnSlips(own))
                .header("Cache-Control", "no-store")
                .build();
    }
}
