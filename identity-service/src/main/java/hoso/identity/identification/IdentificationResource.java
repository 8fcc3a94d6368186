package hoso.identity.identification;

import hoso.chassis.caller.Caller;
import hoso.chassis.problem.Problem;
import hoso.identity.citizen.PersonAnswer;
import hoso.identity.citizen.RegisterProblem;
import hoso.identity.register.PopulationRegister;
import hoso.identity.register.PopulationRegister.Answer;
import hoso.identity.register.ReadPersonalNumber;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Vouches for a person whom a portal or an agency named to the one service that may ask. Who knows less than number,
/// name and birth date learns nothing. Nothing is created that a second call would create again, so no key is asked
/// for.
@Path("/citizens/identification")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class IdentificationResource {
    private static final Logger LOG = Logger.getLogger(IdentificationResource.class);

    private final ReadPersonalNumber numbers;
    private final PopulationRegister register;
    private final IdentifyCitizen identifyCitizen;
    private final Caller caller;

    IdentificationResource(
            ReadPersonalNumber numbers, PopulationRegister register, IdentifyCitizen identifyCitizen, Caller caller) {
        this.numbers = numbers;
        this.register = register;
        this.identifyCitizen = identifyCitizen;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("service")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response identify(@Nullable IdentificationJson body) {
        if (!caller.clientId().equals("judicial-cert-service")) {
            throw Problem.notFound().raise();
        }
        if (body == null) {
            throw Problem.of(400, "unreadable-body").with("at", "/").raise();
        }
        var described = body.read(numbers);
        return switch (register.lookUp(described.number())) {
            case Answer.Found found
            when described.is(found.person()) -> {
                var person = found.person();
                var citizen = identifyCitizen.identify(described.number(), person);
                LOG.infof(
                        "citizen=%s identified-for=%s level=%d",
                        citizen.id(), caller.clientId(), citizen.level().number());
                yield Response.ok(PersonAnswer.of(citizen, person))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            }
            case Answer.Found _, Answer.Unknown _ -> {
                LOG.infof("identified=nobody for=%s", caller.clientId());
                throw Problem.notFound().raise();
            }
            case Answer.Unavailable _ -> throw RegisterProblem.unavailable().raise();
        };
    }
}
