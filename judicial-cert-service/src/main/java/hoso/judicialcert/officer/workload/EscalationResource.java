package hoso.judicialcert.officer.workload;

import hoso.chassis.caller.Caller;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.person.OfficerId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// What supervisors look at: steps of their agency's cases that took too long and are not done yet.
@Path("/officer/escalations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("judicial-supervisor")
@RunOnVirtualThread
class EscalationResource {
    private final Caller caller;
    private final EscalateStep escalate;

    EscalationResource(Caller caller, EscalateStep escalate) {
        this.caller = caller;
        this.escalate = escalate;
    }

    @GET
    public Page<Escalation> open(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        var supervisor = new Officer(new OfficerId(caller.personId()), caller.requireOrganisation());
        return escalate.open(supervisor, Cursor.parse(after), Page.limit(limit));
    }
}
