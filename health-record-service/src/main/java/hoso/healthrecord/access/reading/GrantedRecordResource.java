package hoso.healthrecord.access.reading;

import hoso.chassis.caller.Caller;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.problem.PathId;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.access.gate.AccessProblem;
import hoso.healthrecord.access.gate.AccessRequest;
import hoso.healthrecord.access.gate.GuardedVisits;
import hoso.healthrecord.access.gate.Passage;
import hoso.healthrecord.access.gate.RecordGate;
import hoso.healthrecord.access.gate.Sight;
import hoso.healthrecord.access.journal.Asker;
import hoso.healthrecord.access.journal.Purpose;
import hoso.healthrecord.access.journal.Right;
import hoso.healthrecord.access.journal.Wanted;
import hoso.healthrecord.visit.reading.VisitAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A record that somebody else opened: `{id}` is the consent, treating session, emergency access or guardianship that
/// they hold. No answer names the record.
@Path("/record-access/grants/{id}")
@RunOnVirtualThread
class GrantedRecordResource {
    private static final String PROFESSIONAL = "health-professional";
    private static final Set<Right> OF_PROFESSIONALS =
            EnumSet.of(Right.CONSENT, Right.TREATING_SESSION, Right.EMERGENCY);

    private final RecordGate gate;
    private final GuardedVisits visits;
    private final Caller caller;

    GrantedRecordResource(RecordGate gate, GuardedVisits visits, Caller caller) {
        this.gate = gate;
        this.visits = visits;
        this.caller = caller;
    }

    @GET
    @Path("/summary")
    @RolesAllowed({PROFESSIONAL, "citizen"})
    @Produces(MediaType.APPLICATION_JSON)
    public Response summary(@PathParam("id") String id, @QueryParam("purpose") @Nullable String purpose) {
        var answer = read(
                id,
                purpose,
                Wanted.of(Wanted.Kind.SUMMARY),
                sight -> Optional.of(GrantedSummaryAnswer.of(visits.all(sight))));
        return Response.ok(answer).header("Cache-Control", "no-store").build();
    }

    @GET
    @Path("/visits")
    @RolesAllowed({PROFESSIONAL, "citizen"})
    @Produces(MediaType.APPLICATION_JSON)
    public Response timeline(
            @PathParam("id") String id,
            @QueryParam("purpose") @Nullable String purpose,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var cursor = Cursor.parse(after);
        var wanted = Page.limit(number(limit));
        var page = read(
                id,
                purpose,
                Wanted.of(Wanted.Kind.TIMELINE),
                sight -> Optional.of(visits.newestFirst(sight, cursor, wanted)));
        var answer = Response.ok(page.map(VisitAnswer.Line::of)).header("Cache-Control", "no-store");
        if (page.next() != null) {
            answer.header("Link", "<?after=" + page.next() + "&limit=" + wanted + ">; rel=\"next\"");
        }
        return answer.build();
    }

    @GET
    @Path("/visits/{visitId}")
    @RolesAllowed({PROFESSIONAL, "citizen"})
    @Produces(MediaType.APPLICATION_JSON)
    public Response one(
            @PathParam("id") String id,
            @PathParam("visitId") String visitId,
            @QueryParam("purpose") @Nullable String purpose) {
        var visit = PathId.read(visitId);
        var answer = read(
                id,
                purpose,
                Wanted.of(Wanted.Kind.VISIT, visit),
                sight -> visits.find(sight, visit)
                        .map(kept ->
                                VisitAnswer.forOthers(kept, sight.restriction().documents())));
        return Response.ok(answer).header("Cache-Control", "no-store").build();
    }

    @GET
    @Path("/visits/{visitId}/document")
    @RolesAllowed({PROFESSIONAL, "citizen"})
    @Produces(MediaType.WILDCARD)
    public Response document(
            @PathParam("id") String id,
            @PathParam("visitId") String visitId,
            @QueryParam("purpose") @Nullable String purpose) {
        var visit = PathId.read(visitId);
        var document =
                read(id, purpose, Wanted.of(Wanted.Kind.DOCUMENT, visit), sight -> visits.document(sight, visit));
        return Response.ok(document.bytes(), document.format().mediaType())
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private <T> T read(String id, @Nullable String purpose, Wanted wanted, Function<Sight, Optional<T>> reading) {
        caller.requireStepUp();
        var isProfessional = caller.hasRole(PROFESSIONAL);
        var asker = isProfessional
                ? new Asker.Professional(
                        caller.personId(), caller.fullName(), PROFESSIONAL, caller.requireOrganisation())
                : new Asker.Guardian(caller.personId(), caller.fullName());
        var rights = isProfessional ? OF_PROFESSIONALS : EnumSet.of(Right.GUARDIAN);
        var meant = purpose(purpose, isProfessional ? Purpose.TREATMENT : Purpose.FAMILY);
        return switch (gate.read(new AccessRequest(asker, rights, PathId.read(id), meant, wanted), reading)) {
            case Passage.Shown<T>(var content, var _) -> content;
            case Passage.Nothing<T>() -> throw Problem.notFound().raise();
            case Passage.Refused<T>(var because) ->
                throw AccessProblem.of(because).raise();
        };
    }

    private static Purpose purpose(@Nullable String text, Purpose usual) {
        try {
            return text == null ? usual : Purpose.valueOf(text);
        } catch (IllegalArgumentException _) {
            throw Problem.of(400, "parameter-unreadable")
                    .with("parameter", "purpose")
                    .raise();
        }
    }

    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
