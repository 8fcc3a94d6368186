package hoso.healthrecord.visit.reading;

import hoso.chassis.caller.Caller;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.problem.PathId;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.visit.VisitProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// The visits of the citizen's own record. Whose they are is asked in each query; another's answers as none.
@Path("/records/me/visits")
@RunOnVirtualThread
class VisitResource {
    private final ReadVisits readVisits;
    private final Caller caller;

    VisitResource(ReadVisits readVisits, Caller caller) {
        this.readVisits = readVisits;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("citizen")
    @Produces(MediaType.APPLICATION_JSON)
    public Response timeline(@BeanParam TimelineBody wanted, @HeaderParam("If-None-Match") @Nullable String known) {
        caller.requireStepUp();
        var limit = Page.limit(number(wanted.limit));
        var tag = readVisits.tag(caller.personId());
        if (tag.equals(known)) {
            return Response.notModified().header("ETag", tag).build();
        }
        var page = readVisits.timeline(caller.personId(), wanted.filter(), Cursor.parse(wanted.after), limit);
        var answer = Response.ok(page.map(VisitAnswer.Line::of))
                .header("Cache-Control", "no-store")
                .header("ETag", tag);
        if (page.next() != null) {
            answer.header(
                    "Link", "<?" + wanted.query() + "after=" + page.next() + "&limit=" + limit + ">; rel=\"next\"");
        }
        return answer.build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("citizen")
    @Produces(MediaType.APPLICATION_JSON)
    public Response one(@PathParam("id") String id) {
        caller.requireStepUp();
        var kept = readVisits
                .one(caller.personId(), PathId.read(id))
                .orElseThrow(() -> Problem.notFound().raise());
        return Response.ok(VisitAnswer.of(kept))
                .header("Cache-Control", "no-store")
                .build();
    }

    /// What the facility sent for this visit over time, the latest first, and what each correction changed.
    @GET
    @Path("/{id}/versions")
    @RolesAllowed("citizen")
    @Produces(MediaType.APPLICATION_JSON)
    public Response versions(@PathParam("id") String id) {
        caller.requireStepUp();
        var versions = readVisits.versions(caller.personId(), PathId.read(id));
        if (versions.isEmpty()) {
            throw Problem.notFound().raise();
        }
        return Response.ok(VersionsAnswer.of(versions))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/{id}/versions/{version}")
    @RolesAllowed("citizen")
    @Produces(MediaType.APPLICATION_JSON)
    public Response version(@PathParam("id") String id, @PathParam("version") String version) {
        caller.requireStepUp();
        var wanted = number(version);
        var kept = readVisits.versions(caller.personId(), PathId.read(id)).stream()
                .filter(one -> wanted != null && one.version() == wanted)
                .findFirst()
                .orElseThrow(() -> Problem.notFound().raise());
        return Response.ok(VisitAnswer.of(kept))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/{id}/document")
    @RolesAllowed("citizen")
    @Produces(MediaType.WILDCARD)
    public Response document(@PathParam("id") String id) {
        caller.requireStepUp();
        var handed = readVisits
                .document(caller.personId(), PathId.read(id))
                .orElseThrow(() -> Problem.notFound().raise());
        return switch (handed) {
            case ReadVisits.Handed.Retracted(var retraction) ->
                throw VisitProblem.visitRetracted(retraction).raise();
            case ReadVisits.Handed.Withheld() ->
                throw VisitProblem.documentWithheld().raise();
            case ReadVisits.Handed.Out(var format, var bytes, var cut) ->
                Response.ok(bytes, format.mediaType())
                        .header("Hoso-Document", cut ? "cut" : "whole")
                        .header("Cache-Control", "no-store")
                        .header("Content-Disposition", "attachment")
                        .header("X-Content-Type-Options", "nosniff")
                        .build();
        };
    }

    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
