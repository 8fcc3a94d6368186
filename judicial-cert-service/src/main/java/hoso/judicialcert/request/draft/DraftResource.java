package hoso.judicialcert.request.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.caller.Caller;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.request.filing.RequestBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Forms that are being filled in. Filing one is `POST /certificate-requests` with its form; the draft is then dropped.
@Path("/certificate-request-drafts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("citizen")
@RunOnVirtualThread
class DraftResource {
    private static final Pattern VERSION_TAG = Pattern.compile("\"([0-9]{1,18})\"");
    private static final int MOST_BYTES = 32 * 1024;
    private final Caller caller;
    private final Idempotency idempotency;
    private final KeepDraft keep;
    private final ObjectMapper json;

    DraftResource(Caller caller, Idempotency idempotency, KeepDraft keep, ObjectMapper json) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.keep = keep;
        this.json = json;
    }

    /// A draft as its citizen sees it.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(UUID draftId, String status, RequestBody form, Instant touchedAt) implements Sensitive {
        static Told of(DraftJson draft) {
            return new Told(draft.id(), "DRAFT", draft.form(), draft.touchedAt());
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// All drafts of a citizen; there are few.
    record All(List<Told> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(@HeaderParam("Idempotency-Key") @Nullable String key, RequestBody form) {
        caller.requireLevel2();
        check(form);
        // Only that it was begun is kept as the answer: the form itself is personal, and read from the draft.
        return idempotency.once("begin-draft", caller.name(), key, form, () -> {
            var draft = keep.begin(citizen(), form)
                    .orElseThrow(() -> Problem.of(409, "too-many-drafts").raise());
            return Answer.created(URI.create("/certificate-request-drafts/" + draft.id()), new Begun(draft.id()));
        });
    }

    record Begun(UUID draftId) {}

    @GET
    public All all() {
        caller.requireLevel2();
        return new All(keep.of(citizen()).stream().map(Told::of).toList());
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") UUID id) {
        caller.requireLevel2();
        return answer(
                keep.find(id, citizen()).orElseThrow(() -> Problem.notFound().raise()));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, RequestBody form) {
        caller.requireLevel2();
        check(form);
        return switch (keep.change(id, citizen(), version(ifMatch), form)) {
            case KeepDraft.Outcome.Changed(var draft) -> answer(draft);
            case KeepDraft.Outcome.NoSuchDraft() -> throw Problem.notFound().raise();
            case KeepDraft.Outcome.Outdated(var version) ->
                throw Problem.of(412, "precondition-failed")
                        .with("version", version)
                        .raise();
        };
    }

    @DELETE
    @Path("/{id}")
    public Response drop(@PathParam("id") UUID id) {
        caller.requireLevel2();
        if (!keep.drop(id, citizen())) {
            throw Problem.notFound().raise();
        }
        return Response.noContent().build();
    }

    /// Nothing of a form is looked at before it is filed, except how much there is.
    private void check(RequestBody form) {
        try {
            if (json.writeValueAsBytes(form).length > MOST_BYTES) {
                throw Problem.of(413, "too-large").raise();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private CitizenId citizen() {
        return new CitizenId(caller.personId());
    }

    private static Response answer(DraftJson draft) {
        return Response.ok(Told.of(draft))
                .tag(new EntityTag(Long.toString(draft.version())))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(428, "precondition-required").raise();
        }
        var tag = VERSION_TAG.matcher(ifMatch);
        return tag.matches() ? Long.parseLong(tag.group(1)) : -1;
    }
}
