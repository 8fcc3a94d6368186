package hoso.identity.citizen;

import hoso.chassis.caller.Caller;
import hoso.chassis.problem.Problem;
import hoso.identity.citizen.ChangeContactPoints.Decision;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A citizen's own data, and the contact points for the services that must reach them. Whose data is decided by the
/// token alone: no path or parameter names another person, except for services.
@Path("/citizens")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class CitizenResource {
    private static final Logger LOG = Logger.getLogger(CitizenResource.class);
    private static final Pattern VERSION_TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private final Citizens citizens;
    private final ChangeContactPoints changeContactPoints;
    private final Caller caller;

    CitizenResource(Citizens citizens, ChangeContactPoints changeContactPoints, Caller caller) {
        this.citizens = citizens;
        this.changeContactPoints = changeContactPoints;
        this.caller = caller;
    }

    @GET
    @Path("/me")
    @RolesAllowed("citizen")
    @Transactional
    public Response me() {
        caller.requireLevel2();
        var citizen = citizens.find(caller.personId())
                .orElseThrow(() -> Problem.notFound().raise());
        // A token may be older than the account it was issued for.
        if (citizen.level() != AccountLevel.TWO) {
            throw Problem.of(403, "account-level-too-low")
                    .with("required", AccountLevel.TWO.number())
                    .raise();
        }
        return answer(CitizenAnswer.of(citizen), citizen);
    }

    @PUT
    @Path("/me/contact-points")
    @RolesAllowed("citizen")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response changeContactPoints(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable ContactPointsJson body) {
        // Where notices go is worth a passcode: a phone left on a table must not redirect them.
        caller.requireStepUp();
        if (body == null) {
            throw Problem.of(400, "unreadable-body").with("at", "/").raise();
        }
        var basedOn = version(ifMatch);
        var wanted = body.read("");
        return switch (changeContactPoints.change(caller.personId(), basedOn, wanted)) {
            case Decision.Changed(var citizen) -> {
                LOG.infof("citizen=%s contactPoints=changed version=%d", citizen.id(), citizen.version());
                yield answer(ContactPointsJson.of(citizen.contactPoints()), citizen);
            }
            case Decision.NoSuchCitizen() -> throw Problem.notFound().raise();
            case Decision.Outdated(var version) ->
                throw Problem.of(412, "precondition-failed")
                        .with("version", version)
                        .raise();
        };
    }

    @GET
    @Path("/{id}/contact-points")
    @RolesAllowed("service")
    @Transactional
    public Response contactPoints(@PathParam("id") UUID id) {
        if (!caller.clientId().equals("notification-service")) {
            throw Problem.notFound().raise();
        }
        var citizen = citizens.find(id).orElseThrow(() -> Problem.notFound().raise());
        return answer(ContactPointsJson.of(citizen.contactPoints()), citizen);
    }

    private static long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(428, "precondition-required").raise();
        }
        var tag = VERSION_TAG.matcher(ifMatch);
        // A tag that we never gave out matches no version: the same refusal as an old one.
        return tag.matches() ? Long.parseLong(tag.group(1)) : -1;
    }

    private static Response answer(Object body, Citizen citizen) {
        return Response.ok(body)
                .tag(new EntityTag(Long.toString(citizen.version())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
