package hoso.judicialcert.officer.letter;

import hoso.chassis.caller.Caller;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.person.RequestId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/// A letter as it went out, for an officer to print.
@Path("/officer/certificate-requests/{id}/letters/{kind}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("judicial-officer")
@RunOnVirtualThread
class OfficerLetterResource {
    private final Caller caller;
    private final WriteLetter write;

    OfficerLetterResource(Caller caller, WriteLetter write) {
        this.caller = caller;
        this.write = write;
    }

    @GET
    public Response letter(@PathParam("id") UUID id, @PathParam("kind") String kind) {
        caller.requireStepUp();
        return LetterResource.answer(LetterResource.kind(kind)
                .flatMap(known -> write.write(new RequestId(id), officer(), known, caller.language())));
    }

    private Officer officer() {
        return new Officer(new OfficerId(caller.personId()), caller.requireOrganisation());
    }
}
