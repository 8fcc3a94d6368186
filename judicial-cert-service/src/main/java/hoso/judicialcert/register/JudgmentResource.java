package hoso.judicialcert.register;

import hoso.chassis.caller.Caller;
import hoso.chassis.id.Ids;
import hoso.chassis.personal.Hidden;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.chassis.text.Fold;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.register.RecordJudgment.Entry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/// Where courts send judgments that have taken effect.
@Path("/judgments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class JudgmentResource {
    private static final Logger LOG = Logger.getLogger(JudgmentResource.class);
    private static final int MAX_TEXT = 1_000;
    private final Caller caller;
    private final RecordJudgment record;
    private final Ids ids;
    private final Clock clock;

    JudgmentResource(Caller caller, RecordJudgment record, Ids ids, Clock clock) {
        this.caller = caller;
        this.record = record;
        this.ids = ids;
        this.clock = clock;
    }

    /// A judgment as a court sends it.
    record Sent(
            @Nullable String number,
            @Nullable LocalDate sentencedOn,
            @Nullable String court,
            @Nullable Convict person,
            @Nullable String offence,
            @Nullable String articles,
            @Nullable String penalty,
            @Nullable String additionalPenalty,
            @Nullable LocalDate expungedOn)
            implements Hidden {
        @Override
        public String toString() {
            return Hidden.mask(this);
        }
    }

    /// Whom it is about; the personal number is missing in old judgments.
    record Convict(
            @Nullable String personalNumber,
            @Nullable String fullName,
            @Nullable LocalDate birthDate) implements Hidden {
        @Override
        public String toString() {
            return Hidden.mask(this);
        }
    }

    /// Under which id it stands in the register.
    record Known(UUID judgmentId) {}

    @POST
    @RolesAllowed("court")
    public Response enter(Sent sent) {
        var organisation = caller.requireOrganisation();
        return switch (record.enter(judgment(sent))) {
            case Entry.Entered(var judgment) -> {
                LOG.infof("judgment=%s entered by=%s", judgment.id(), organisation);
                yield Response.status(201).entity(new Known(judgment.id())).build();
            }
            case Entry.KnownAlready(var judgment) ->
                Response.ok(new Known(judgment.id())).build();
            case Entry.Differs(var known) ->
                throw Problem.of(409, "judgment-differs")
                        .with("judgmentId", known.id())
                        .raise();
        };
    }

    private Judgment judgment(Sent sent) {
        var errors = new ArrayList<FieldError>();
        var today = Law.dayOf(clock.instant());
        text(sent.number(), "/number", errors);
        text(sent.court(), "/court", errors);
        text(sent.offence(), "/offence", errors);
        text(sent.articles(), "/articles", errors);
        text(sent.penalty(), "/penalty", errors);
        past(sent.sentencedOn(), "/sentencedOn", today, errors);
        var person = sent.person();
        if (person == null) {
            errors.add(FieldError.of("/person", "required"));
        } else {
            text(person.fullName(), "/person/fullName", errors);
            past(person.birthDate(), "/person/birthDate", today, errors);
            if (person.personalNumber() != null && !person.personalNumber().matches("[0-9]{12}")) {
                errors.add(FieldError.of("/person/personalNumber", "format"));
            }
        }
        if (!errors.isEmpty() || person == null) {
            throw Problem.invalid(errors).raise();
        }
        return new Judgment(
                ids.next(),
                tidy(sent.court()),
                new Person(
                        person.personalNumber(), tidy(person.fullName()), Objects.requireNonNull(person.birthDate())),
                tidy(sent.number()),
                Objects.requireNonNull(sent.sentencedOn()),
                tidy(sent.offence()),
                tidy(sent.articles()),
                tidy(sent.penalty()),
                sent.additionalPenalty() == null ? null : tidy(sent.additionalPenalty()),
                sent.expungedOn());
    }

    private static void text(@Nullable String value, String pointer, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            errors.add(FieldError.of(pointer, "required"));
        } else if (value.length() > MAX_TEXT) {
            errors.add(FieldError.of(pointer, "too-long"));
        }
    }

    private static void past(@Nullable LocalDate day, String pointer, LocalDate today, List<FieldError> errors) {
        if (day == null) {
            errors.add(FieldError.of(pointer, "required"));
        } else if (day.isAfter(today)) {
            errors.add(FieldError.of(pointer, "in-the-future"));
        }
    }

    private static String tidy(@Nullable String text) {
        return Fold.tidy(Objects.requireNonNull(text));
    }
}
