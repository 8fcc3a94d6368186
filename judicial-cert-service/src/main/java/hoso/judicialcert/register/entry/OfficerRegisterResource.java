package hoso.judicialcert.register.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.caller.Caller;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.register.conviction.ExecutionDecision;
import hoso.judicialcert.register.conviction.Judgment;
import hoso.judicialcert.register.entry.CorrectRegister.Corrected;
import hoso.judicialcert.register.entry.Correction.What;
import hoso.judicialcert.register.entry.JudgmentJson.Reading;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where the authority that keeps the register reads an entry with its history, and corrects it.
@Path("/officer")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("judicial-officer")
@RunOnVirtualThread
class OfficerRegisterResource {
    private static final Logger LOG = Logger.getLogger(OfficerRegisterResource.class);
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");
    private final Caller caller;
    private final CorrectRegister correct;
    private final Idempotency idempotency;
    private final Clock clock;

    OfficerRegisterResource(Caller caller, CorrectRegister correct, Idempotency idempotency, Clock clock) {
        this.caller = caller;
        this.correct = correct;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /// On which document something is corrected, its date, and why; with the judgment as it should read.
    record Correcting(
            @Nullable String document,
            @Nullable LocalDate date,
            @Nullable String reason,
            JudgmentJson.@Nullable Sent judgment)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A judgment with everything that ever stood in its place.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Filed(
            UUID judgmentId,
            long version,
            boolean annulled,
            JudgmentJson.Sent judgment,
            List<ExecutionDecision> execution,
            List<Traced> corrections)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// One correction.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Traced(
            UUID subjectId,
            What what,
            long version,
            UUID officer,
            Instant at,
            String document,
            LocalDate date,
            String reason,
            JudgmentJson.@Nullable Sent before)
            implements Sensitive {
        static Traced of(Correction correction) {
            var before = correction.before();
            return new Traced(
                    correction.subject(),
                    correction.what(),
                    correction.version(),
                    correction.actor(),
                    correction.at(),
                    correction.basis().document(),
                    correction.basis().date(),
                    correction.basis().reason(),
                    before == null ? null : JudgmentJson.of(before));
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Which version it has now.
    record Version(UUID id, long version) {}

    @GET
    @Path("/judgments/{id}")
    public Response open(@PathParam("id") UUID id) {
        caller.requireStepUp();
        var filed = correct.open(id).orElseThrow(() -> Problem.notFound().raise());
        LOG.infof("judgment=%s opened by officer=%s", id, caller.personId());
        return Response.ok(new Filed(
                        id,
                        filed.version(),
                        filed.annulled(),
                        JudgmentJson.of(filed.judgment()),
                        filed.execution(),
                        filed.corrections().stream().map(Traced::of).toList()))
                .tag(String.valueOf(filed.version()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/judgments/{id}/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String match,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            Correcting body) {
        caller.requireStepUp();
        var version = version(match);
        var errors = new ArrayList<FieldError>();
        var basis = basis(body, errors);
        var judgment = judgment(id, body, errors);
        return idempotency.once("correct-judgment", caller.name(), key, List.of(id, version, body), () -> {
            var outcome = correct.correct(judgment, version, basis, caller.personId());
            return answer(id, outcome, "corrected");
        });
    }

    @POST
    @Path("/judgments/{id}/annulment")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response annul(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String match,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            Correcting body) {
        caller.requireStepUp();
        var version = version(match);
        var basis = basis(body);
        return idempotency.once(
                "annul-judgment",
                caller.name(),
                key,
                List.of(id, version, body),
                () -> answer(id, correct.annul(id, version, basis, caller.personId()), "annulled"));
    }

    @POST
    @Path("/execution-decisions/{id}/annulment")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response annulDecision(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, Correcting body) {
        return annul(What.DECISION_ANNULLED, id, key, body);
    }

    @POST
    @Path("/bans/{id}/annulment")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response annulBan(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, Correcting body) {
        return annul(What.BAN_ANNULLED, id, key, body);
    }

    private Response annul(What what, UUID id, @Nullable String key, Correcting body) {
        caller.requireStepUp();
        var basis = basis(body);
        return idempotency.once("annul-entry", caller.name(), key, List.of(id, body), () -> {
            if (!correct.annul(what, id, basis, caller.personId())) {
                throw Problem.notFound().raise();
            }
            LOG.infof("entry=%s %s by officer=%s", id, what, caller.personId());
            return Answer.ok(new Version(id, 2));
        });
    }

    private Answer answer(UUID id, Optional<Corrected> outcome, String done) {
        return switch (outcome.orElseThrow(() -> Problem.notFound().raise())) {
            case Corrected.Done(var now) -> {
                LOG.infof("judgment=%s %s version=%d by officer=%s", id, done, now, caller.personId());
                yield Answer.ok(new Version(id, now));
            }
            case Corrected.Stale _ ->
                throw Problem.of(412, "precondition-failed").raise();
            case Corrected.Annulled() ->
                throw Problem.of(409, "judgment-annulled").raise();
            case Corrected.Taken(var by) ->
                throw Problem.of(409, "judgment-differs").with("judgmentId", by).raise();
        };
    }

    private Correction.Basis basis(Correcting body) {
        var errors = new ArrayList<FieldError>();
        var basis = basis(body, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        return basis;
    }

    private Correction.Basis basis(Correcting body, List<FieldError> errors) {
        return new Correction.Basis(
                EntryFieldReader.text(body.document(), "/document", errors),
                EntryFieldReader.past(body.date(), "/date", Law.dayOf(clock.instant()), errors),
                EntryFieldReader.text(body.reason(), "/reason", errors));
    }

    private Judgment judgment(UUID id, Correcting body, List<FieldError> errors) {
        if (body.judgment() == null) {
            errors.add(FieldError.of("/judgment", "required"));
            throw Problem.invalid(errors).raise();
        }
        return switch (JudgmentJson.read(body.judgment(), id, Law.dayOf(clock.instant()))) {
            case Reading.Understood(var judgment) when errors.isEmpty() -> judgment;
            case Reading.Understood _ -> throw Problem.invalid(errors).raise();
            case Reading.Wrong(var more) -> {
                more.forEach(error -> errors.add(FieldError.of("/judgment" + error.pointer(), error.code())));
                throw Problem.invalid(errors).raise();
            }
        };
    }

    private static long version(@Nullable String match) {
        if (match == null) {
            throw Problem.of(428, "precondition-required").raise();
        }
        var found = VERSION.matcher(match);
        if (!found.matches()) {
            throw Problem.of(412, "precondition-failed").raise();
        }
        return Long.parseLong(found.group(1));
    }
}
