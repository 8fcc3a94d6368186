package hoso.judicialcert.register.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.caller.Caller;
import hoso.chassis.id.Ids;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.register.entry.ImportReader.Answer;
import hoso.judicialcert.register.entry.ImportReader.Mend;
import hoso.judicialcert.register.entry.ImportReader.Outcome;
import hoso.judicialcert.register.entry.JudgmentJson.Reading;
import hoso.judicialcert.register.entry.RecordJudgment.Entered;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Where courts send judgments that have taken effect: one, or a file of them. A court sends its own only.
@Path("/judgments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class JudgmentResource {
    private static final Logger LOG = Logger.getLogger(JudgmentResource.class);
    /// So many are taken within the minute a client waits.
    private static final int MAX_LINES = 5_000;

    private final Caller caller;
    private final RecordJudgment record;
    private final ObjectMapper json;
    private final Law law;
    private final Ids ids;
    private final Clock clock;

    JudgmentResource(Caller caller, RecordJudgment record, ObjectMapper json, Law law, Ids ids, Clock clock) {
        this.caller = caller;
        this.record = record;
        this.json = json;
        this.law = law;
        this.ids = ids;
        this.clock = clock;
    }

    /// Under which id it stands in the register.
    record Known(UUID judgmentId) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("court")
    public Response enter(JudgmentJson.Sent sent) {
        var organisation = caller.requireOrganisation();
        var today = Law.dayOf(clock.instant());
        return switch (JudgmentJson.read(sent, ids.next(), today)) {
            case Reading.Wrong(var errors) -> throw Problem.invalid(errors).raise();
            case Reading.Understood(var judgment) -> {
                var court = law.authority(organisation, judgment.court(), today)
                        .orElseThrow(
                                () -> Problem.of(403, "authority-not-yours").raise());
                yield answer(record.enter(judgment.from(court)), organisation);
            }
        };
    }

    /// One judgment a line. Each line is taken or refused by itself, and the same file may be sent again until every
    /// line was taken.
    @POST
    @Path("/import")
    @Consumes("application/x-ndjson")
    @Produces("application/x-ndjson")
    @RolesAllowed("court")
    public String importFile(String file) {
        var organisation = caller.requireOrganisation();
        var lines = file.lines().toList();
        if (lines.size() > MAX_LINES) {
            throw Problem.of(422, "too-many-lines").with("limit", MAX_LINES).raise();
        }
        var answers = new ArrayList<Answer>();
        for (var i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                answers.add(take(i + 1, lines.get(i), organisation));
            }
        }
        LOG.infof("judgments imported by=%s lines=%d", organisation, answers.size());
        return ImportReader.write(json, answers);
    }

    private Answer take(int line, String text, String organisation) {
        var sent = ImportReader.read(json, text);
        if (sent.isEmpty()) {
            return new Answer(line, Outcome.UNREADABLE, null, null);
        }
        var today = Law.dayOf(clock.instant());
        return switch (JudgmentJson.read(sent.get(), ids.next(), today)) {
            case Reading.Wrong(var errors) -> new Answer(line, Outcome.WRONG, null, Mend.of(errors));
            case Reading.Understood(var judgment) ->
                law.authority(organisation, judgment.court(), today)
                        .map(court -> answer(line, record.enter(judgment.from(court))))
                        .orElseGet(() -> new Answer(line, Outcome.NOT_YOURS, null, null));
        };
    }

    private static Answer answer(int line, Entered entered) {
        return switch (entered) {
            case Entered.Anew(var judgment) -> new Answer(line, Outcome.ENTERED, judgment.id(), null);
            case Entered.KnownAlready(var judgment) -> new Answer(line, Outcome.KNOWN_ALREADY, judgment.id(), null);
            case Entered.Differs(var known) -> new Answer(line, Outcome.DIFFERS, known.id(), null);
        };
    }

    private Response answer(Entered entered, String organisation) {
        return switch (entered) {
            case Entered.Anew(var judgment) -> {
                LOG.infof("judgment=%s entered by=%s", judgment.id(), organisation);
                yield Response.status(201).entity(new Known(judgment.id())).build();
            }
            case Entered.KnownAlready(var judgment) ->
                Response.ok(new Known(judgment.id())).build();
            case Entered.Differs(var known) ->
                throw Problem.of(409, "judgment-differs")
                        .with("judgmentId", known.id())
                        .raise();
        };
    }
}
