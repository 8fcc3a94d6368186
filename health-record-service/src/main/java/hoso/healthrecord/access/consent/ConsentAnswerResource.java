package hoso.healthrecord.access.consent;

import hoso.chassis.caller.Caller;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.problem.PathId;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.access.consent.AccessConsent.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where a citizen sees who asks, grants less or all of it, refuses, and takes it back.
@Path("/records/me/consents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ConsentAnswerResource {
    private static final Logger LOG = Logger.getLogger(ConsentAnswerResource.class);

    private final AnswerConsent answerConsent;
    private final Caller caller;

    ConsentAnswerResource(AnswerConsent answerConsent, Caller caller) {
        this.answerConsent = answerConsent;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("citizen")
    public Response page(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        caller.requireStepUp();
        var page = answerConsent
                .page(caller.personId(), Cursor.parse(after), Page.limit(limit))
                .map(ConsentAnswer::of);
        return Response.ok(page).header("Cache-Control", "no-store").build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("citizen")
    public Response one(@PathParam("id") String id) {
        caller.requireStepUp();
        var consent = answerConsent
                .one(caller.personId(), PathId.read(id))
                .orElseThrow(() -> Problem.notFound().raise());
        return answer(consent);
    }

    /// Grants what was asked for, or the terms that are sent: they may open less.
    @POST
    @Path("/{id}/grant")
    @RolesAllowed("citizen")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response grant(@PathParam("id") String id, ConsentBody body) {
        caller.requireStepUp();
        var sent = body.terms();
        return answer(
                "granted", answerConsent.grant(caller.personId(), PathId.read(id), sent == null ? null : sent.read()));
    }

    @POST
    @Path("/{id}/refusal")
    @RolesAllowed("citizen")
    public Response refuse(@PathParam("id") String id) {
        caller.requireStepUp();
        return answer("refused", answerConsent.refuse(caller.personId(), PathId.read(id)));
    }

    @POST
    @Path("/{id}/revocation")
    @RolesAllowed("citizen")
    public Response revoke(@PathParam("id") String id) {
        caller.requireStepUp();
        return answer("revoked", answerConsent.revoke(caller.personId(), PathId.read(id)));
    }

    private static Response answer(String what, Optional<Answer> answer) {
        return switch (answer.orElseThrow(() -> Problem.notFound().raise())) {
            case Answer.Became(var consent) -> {
                LOG.infof("consent=%s id=%s", what, consent.id());
                yield answer(consent);
            }
            case Answer.Same(var consent) -> answer(consent);
            case Answer.Otherwise(var state) ->
                throw Problem.of(409, "consent-answered-otherwise")
                        .with("state", state.name())
                        .raise();
            case Answer.Beyond(var members) -> throw ConsentBody.invalid(members);
        };
    }

    private static Response answer(AccessConsent consent) {
        return Response.ok(ConsentAnswer.of(consent))
                .header("Cache-Control", "no-store")
                .build();
    }
}
