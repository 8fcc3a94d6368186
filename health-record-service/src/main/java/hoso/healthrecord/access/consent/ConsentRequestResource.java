package hoso.healthrecord.access.consent;

import hoso.chassis.caller.Caller;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.PathId;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.access.consent.AccessConsent.Requester;
import hoso.healthrecord.person.ReadPersonalNumber;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;

/// Where a professional asks a citizen for consent, and sees what became of it.
@Path("/record-access/consents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ConsentRequestResource {
    private static final String PROFESSIONAL = "health-professional";

    private final AskForConsent askForConsent;
    private final ReadPersonalNumber numbers;
    private final Caller caller;
    private final Clock clock;

    ConsentRequestResource(AskForConsent askForConsent, ReadPersonalNumber numbers, Caller caller, Clock clock) {
        this.askForConsent = askForConsent;
        this.numbers = numbers;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(PROFESSIONAL)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(ConsentBody body) {
        caller.requireStepUp();
        var by = new Requester(caller.personId(), caller.fullName(), PROFESSIONAL, caller.requireOrganisation());
        var number = numbers.read(body.personalNumber());
        if (number == null) {
            throw Problem.invalid(List.of(FieldError.of("/personalNumber", "personal-number")))
                    .raise();
        }
        var sent = body.terms();
        if (sent == null) {
            throw Problem.invalid(List.of(FieldError.of("/terms", "missing"))).raise();
        }
        var terms = sent.read();
        var faults = terms.faults(clock.instant());
        if (!faults.isEmpty()) {
            throw ConsentBody.invalid(faults);
        }
        return answer(askForConsent.ask(number, by, terms));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(PROFESSIONAL)
    public Response asked(@PathParam("id") String id) {
        caller.requireStepUp();
        return answer(askForConsent
                .asked(PathId.read(id), caller.personId(), caller.requireOrganisation())
                .orElseThrow(() -> Problem.notFound().raise()));
    }

    private static Response answer(AccessConsent consent) {
        return Response.ok(ConsentAnswer.of(consent))
                .header("Cache-Control", "no-store")
                .build();
    }
}
