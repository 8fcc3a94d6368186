package hoso.judicialcert.request.filing;

import hoso.chassis.caller.Caller;
import hoso.judicialcert.person.Identity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// The form of a request, for the citizen who calls.
@Path("/certificate-requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RequestFormResource {
    private final Caller caller;
    private final Identity identity;
    private final PrefillForm form;

    RequestFormResource(Caller caller, Identity identity, PrefillForm form) {
        this.caller = caller;
        this.identity = identity;
        this.form = form;
    }

    /// The form, filled with what the population register knows.
    @GET
    @Path("/form")
    @RolesAllowed("citizen")
    public Response form() {
        caller.requireStepUp();
        return Response.ok(form.fill(identity.whoHas(caller.bearer()).applicant(), caller.language()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
