package hoso.identity.identification;

import hoso.chassis.caller.Caller;
import hoso.chassis.personal.PersonalNumber;
import hoso.chassis.problem.Problem;
import hoso.identity.citizen.AccountLevel;
import hoso.identity.citizen.PersonAnswer;
import hoso.identity.citizen.RegisterProblem;
import hoso.identity.identification.DependantJson.Dependant;
import hoso.identity.identification.IdentifyDependant.Beginning;
import hoso.identity.register.PopulationRegister;
import hoso.identity.register.PopulationRegister.Answer;
import hoso.identity.register.ReadPersonalNumber;
import hoso.identity.register.Relative;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where a citizen names a child, ward, spouse or parent, to file for them. Whether nobody has that number, or somebody
/// who is not theirs, or the details differ: the answer is the same, and attempts in vain are few.
@Path("/citizens/me/dependants")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class DependantResource {
    private static final Logger LOG = Logger.getLogger(DependantResource.class);

    private final ReadPersonalNumber numbers;
    private final PopulationRegister register;
    private final IdentifyDependant identifyDependant;
    private final Caller caller;

    DependantResource(
            ReadPersonalNumber numbers,
            PopulationRegister register,
            IdentifyDependant identifyDependant,
            Caller caller) {
        this.numbers = numbers;
        this.register = register;
        this.identifyDependant = identifyDependant;
        this.caller = caller;
    }

    @POST
    @Path("/identification")
    @RolesAllowed("citizen")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response identify(@Nullable DependantJson body) {
        caller.requireStepUp();
        if (body == null) {
            throw Problem.of(400, "unreadable-body").with("at", "/").raise();
        }
        var named = body.read(numbers);
        var citizenId = caller.personId();
        return switch (identifyDependant.begin(citizenId)) {
            case Beginning.MayAsk(var own) -> ask(citizenId, own, named);
            case Beginning.NoSuchCitizen() -> throw Problem.notFound().raise();
            case Beginning.LevelTooLow() ->
                throw Problem.of(403, "account-level-too-low")
                        .with("required", AccountLevel.TWO.number())
                        .raise();
            case Beginning.TooManyAttempts(var pause) -> throw tooMany(pause).raise();
        };
    }

    private Response ask(UUID citizenId, PersonalNumber own, Dependant named) {
        var self = lookUp(citizenId, own);
        // Asked even when they are no relatives: otherwise the time it takes would tell who is one.
        var other = lookUp(citizenId, named.person().number());
        var link = new Relative(named.relation(), named.person().number().digits());
        if (self instanceof Answer.Found entry
                && entry.relatives().contains(link)
                && other instanceof Answer.Found found
                && named.person().is(found.person())) {
            var person = found.person();
            var dependant = identifyDependant.confirm(citizenId, named.person().number(), person);
            LOG.infof("citizen=%s identified=%s as=%s", citizenId, dependant.id(), named.relation());
            return Response.ok(new DependantAnswer(PersonAnswer.of(dependant, person), named.relation()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        LOG.infof("citizen=%s identified=nobody", citizenId);
        throw Problem.notFound().raise();
    }

    private Answer lookUp(UUID citizenId, PersonalNumber number) {
        var answer = register.lookUp(number);
        if (answer instanceof Answer.Unavailable) {
            identifyDependant.giveBack(citizenId);
            throw RegisterProblem.unavailable().raise();
        }
        return answer;
    }

    private static Problem tooMany(Duration pause) {
        var seconds = Math.max(1, pause.plusMillis(999).toSeconds());
        return Problem.of(429, "too-many-attempts")
                .with("retryAfterSeconds", seconds)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
