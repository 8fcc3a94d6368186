package hoso.judicialcert.register.entry;

import hoso.chassis.caller.Caller;
import hoso.chassis.id.Ids;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.Law;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;

/// Where courts send bans on posts, and on founding and managing enterprises and co-operatives.
@Path("/bans")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class BanResource {
    private final Caller caller;
    private final RecordExecution record;
    private final Law law;
    private final Ids ids;
    private final Clock clock;

    BanResource(Caller caller, RecordExecution record, Law law, Ids ids, Clock clock) {
        this.caller = caller;
        this.record = record;
        this.law = law;
        this.ids = ids;
        this.clock = clock;
    }

    @POST
    @RolesAllowed("court")
    public Response enter(BanJson.Sent sent) {
        var organisation = caller.requireOrganisation();
        var today = Law.dayOf(clock.instant());
        var errors = new ArrayList<FieldError>();
        var ban = BanJson.read(sent, ids.next(), today, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        var authority = ExecutionResource.own(law, organisation, ban.authority(), today);
        return ExecutionResource.answer(
                record.add(ban.from(authority), organisation), ban.id(), "/judgmentId", "ban", organisation);
    }
}
