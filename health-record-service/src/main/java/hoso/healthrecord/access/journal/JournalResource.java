package hoso.healthrecord.access.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.caller.Caller;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.healthrecord.access.journal.JournalReading.Filter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;

/// Where a citizen sees who looked into the record, or tried to.
@Path("/records/me/journal")
@RunOnVirtualThread
class JournalResource {
    private final ReadJournal readJournal;
    private final ObjectMapper json;
    private final Caller caller;

    JournalResource(ReadJournal readJournal, ObjectMapper json, Caller caller) {
        this.readJournal = readJournal;
        this.json = json;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("citizen")
    @Produces(MediaType.APPLICATION_JSON)
    public Response page(
            @QueryParam("facility") @Nullable String facility,
            @QueryParam("right") @Nullable Right right,
            @QueryParam("outcome") Access.@Nullable Outcome outcome,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        caller.requireStepUp();
        var page = readJournal
                .page(caller.personId(), new Filter(facility, right, outcome), Cursor.parse(after), Page.limit(limit))
                .map(kept -> EntryAnswer.of(kept, json));
        return Response.ok(page).header("Cache-Control", "no-store").build();
    }

    /// The whole chain, an entry a line: the SHA-256 of a line is `previous` of the next.
    @GET
    @Path("/export")
    @RolesAllowed("citizen")
    @Produces("application/x-ndjson")
    public Response export() {
        caller.requireStepUp();
        var chain = readJournal.chain(caller.personId());
        StreamingOutput lines = out -> {
            for (var kept : chain) {
                out.write(kept.line());
                out.write('\n');
            }
        };
        return Response.ok(lines)
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"access-journal.ndjson\"")
                .build();
    }
}
