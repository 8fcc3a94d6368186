package hoso.healthrecord.access.emergency;

import hoso.chassis.caller.Caller;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.PathId;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.access.emergency.EmergencyAccess.Opener;
import hoso.healthrecord.access.emergency.EmergencyAccess.Reason;
import hoso.healthrecord.access.emergency.EmergencyAccess.Reasoned;
import hoso.healthrecord.person.ReadPersonalNumber;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where a professional opens a record in an emergency: the summary first, whole visits in a second step.
@Path("/record-access/emergencies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EmergencyResource {
    private static final Logger LOG = Logger.getLogger(EmergencyResource.class);
    private static final String PROFESSIONAL = "health-professional";
    private static final int SHORTEST = 20;
    private static final int LONGEST = 2_000;

    private final OpenInEmergency openInEmergency;
    private final ReadPersonalNumber numbers;
    private final Caller caller;

    EmergencyResource(OpenInEmergency openInEmergency, ReadPersonalNumber numbers, Caller caller) {
        this.openInEmergency = openInEmergency;
        this.numbers = numbers;
        this.caller = caller;
    }

    record EmergencyBody(
            @Nullable String personalNumber,
            @Nullable Reason reason,
            @Nullable String explanation) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @POST
    @RolesAllowed(PROFESSIONAL)
    public Response open(EmergencyBody body) {
        caller.requireStepUp();
        var by = new Opener(caller.personId(), caller.fullName(), caller.requireOrganisation());
        var number = numbers.read(body.personalNumber());
        if (number == null) {
            throw invalid("/personalNumber", "personal-number");
        }
        var access = openInEmergency.open(number, by, reasoned(body));
        LOG.infof("emergency=opened id=%s facility=%s", access.id(), by.facility());
        return EmergencyAnswer.response(access);
    }

    @POST
    @Path("/{id}/visits")
    @RolesAllowed(PROFESSIONAL)
    public Response widen(@PathParam("id") String id, EmergencyBody body) {
        caller.requireStepUp();
        var facility = caller.requireOrganisation();
        var reasoned = reasoned(body);
        return EmergencyAnswer.of(openInEmergency.widen(PathId.read(id), caller.personId(), facility, reasoned));
    }

    private static Reasoned reasoned(EmergencyBody body) {
        var reason = body.reason();
        var explanation = body.explanation() == null ? "" : body.explanation().strip();
        if (reason == null) {
            throw invalid("/reason", "missing");
        }
        if (explanation.length() < SHORTEST || explanation.length() > LONGEST) {
            throw invalid("/explanation", "explanation");
        }
        return new Reasoned(reason, explanation);
    }

    private static RuntimeException invalid(String pointer, String code) {
        return Problem.invalid(List.of(FieldError.of(pointer, code))).raise();
    }
}
