package hoso.judicialcert.register.entry;

import hoso.chassis.caller.Caller;
import hoso.chassis.id.Ids;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.register.conviction.AdditionalPenalty;
import hoso.judicialcert.register.conviction.ExecutionDecision;
import hoso.judicialcert.register.conviction.ExecutionStep;
import hoso.judicialcert.register.entry.RecordExecution.Added;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where courts and execution agencies send what followed a judgment, and an officer enters what was verified.
@Path("/judgments/{id}/execution-decisions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ExecutionResource {
    private static final Logger LOG = Logger.getLogger(ExecutionResource.class);
    private static final String OFFICER = "judicial-officer";
    private final Caller caller;
    private final RecordExecution record;
    private final Law law;
    private final Ids ids;
    private final Clock clock;

    ExecutionResource(Caller caller, RecordExecution record, Law law, Ids ids, Clock clock) {
        this.caller = caller;
        this.record = record;
        this.law = law;
        this.ids = ids;
        this.clock = clock;
    }

    /// A decision as an authority sends it. `since` is the day it is true from, the date of the decision unless told.
    record Told(
            @Nullable ExecutionStep step,
            @Nullable String authority,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate since,
            AdditionalPenalty.@Nullable Kind additionalPenalty,
            @Nullable String text)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Under which id it stands in the register.
    record Known(UUID id) {}

    @POST
    @RolesAllowed({"court", OFFICER})
    public Response follow(@PathParam("id") UUID judgment, Told told) {
        if (caller.hasRole(OFFICER)) {
            caller.requireStepUp();
        }
        var organisation = caller.requireOrganisation();
        var today = Law.dayOf(clock.instant());
        var errors = new ArrayList<FieldError>();
        var step = told.step();
        if (step == null) {
            errors.add(FieldError.of("/step", "required"));
        }
        var authority = EntryFieldReader.text(told.authority(), "/authority", errors);
        var number = EntryFieldReader.text(told.number(), "/number", errors);
        var decidedOn = EntryFieldReader.past(told.decidedOn(), "/decidedOn", today, errors);
        var since = Objects.requireNonNullElse(told.since(), decidedOn);
        EntryFieldReader.past(since, "/since", today, errors);
        var text = EntryFieldReader.optional(told.text(), "/text", errors);
        if (!errors.isEmpty() || step == null) {
            throw Problem.invalid(errors).raise();
        }
        requireMay(step);
        var decision = new ExecutionDecision(
                ids.next(),
                judgment,
                step,
                own(law, organisation, authority, today),
                number,
                decidedOn,
                since,
                told.additionalPenalty(),
                text);
        return answer(record.add(decision, organisation), decision.id(), "/since", "decision", organisation);
    }

    /// What was verified is entered by the officer who did it, and by nobody else; an officer enters nothing else.
    private void requireMay(ExecutionStep step) {
        if (caller.hasRole(OFFICER) != (step == ExecutionStep.EXPUNGEMENT_VERIFIED)) {
            throw Problem.of(403, "forbidden").raise();
        }
    }

    static String own(Law law, String organisation, String authority, LocalDate today) {
        return law.authority(organisation, authority, today)
                .orElseThrow(() -> Problem.of(403, "authority-not-yours").raise());
    }

    static Response answer(Added added, UUID id, String pointer, String what, String sender) {
        return switch (added) {
            case Added.Anew() -> {
                LOG.infof("%s=%s added by=%s", what, id, sender);
                yield Response.status(201).entity(new Known(id)).build();
            }
            case Added.KnownAlready(var known) -> Response.ok(new Known(known)).build();
            case Added.Differs(var known) ->
                throw Problem.of(409, "entry-differs").with("id", known).raise();
            case Added.NoSuchJudgment() -> throw Problem.notFound().raise();
            case Added.BeforeJudgment() ->
                throw Problem.invalid(List.of(FieldError.of(pointer, "out-of-order")))
                        .raise();
            case Added.OnlyByCourt() ->
                throw Problem.of(422, "expungement-by-court-only").raise();
        };
    }
}
