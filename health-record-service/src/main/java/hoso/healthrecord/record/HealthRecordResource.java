package hoso.healthrecord.record;

import hoso.chassis.caller.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// The citizen's own record.
@Path("/records/me")
@RunOnVirtualThread
class HealthRecordResource {
    private final HealthRecords records;
    private final Caller caller;

    HealthRecordResource(HealthRecords records, Caller caller) {
        this.records = records;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("citizen")
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        caller.requireStepUp();
        var answer = records.integratedBy(caller.personId())
                .map(HealthRecordAnswer::of)
                .orElseGet(HealthRecordAnswer::none);
        return Response.ok(answer).header("Cache-Control", "no-store").build();
    }
}
