package hoso.judicialcert.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.caller.Caller;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.journal.Access.Kind;
import hoso.judicialcert.journal.Access.Outcome;
import hoso.judicialcert.journal.Access.View;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.Identity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The journal of the citizen who calls: who looked at what is about them, when and what for.
@Path("/certificate-access-journal")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AccessJournalResource {
    private final Caller caller;
    private final Identity identity;
    private final AccessRows journal;

    AccessJournalResource(Caller caller, Identity identity, AccessRows journal) {
        this.caller = caller;
        this.identity = identity;
        this.journal = journal;
    }

    /// One access, as it is told.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            Instant at,
            Kind kind,
            Party by,
            @Nullable UUID certificateId,
            String purpose,
            String legalBasis,
            View view,
            Outcome outcome,
            String detail)
            implements Sensitive {
        static Told of(AccessRows.Noted noted) {
            var access = noted.access();
            var certificate = access.certificate();
            return new Told(
                    noted.at(),
                    access.kind(),
                    access.party(),
                    certificate == null ? null : certificate.value(),
                    access.purpose(),
                    access.legalBasis(),
                    access.view(),
                    access.outcome(),
                    access.detail());
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @GET
    @RolesAllowed("citizen")
    public Response page(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        caller.requireLevel2();
        var cursor = Cursor.parse(after);
        // Asked anew each time: a number can change, and what is kept by number is found by it alone.
        var number = identity.whoHas(caller.bearer()).applicant().personalNumber();
        Page<Told> page = journal.page(new CitizenId(caller.personId()), number, cursor, Page.limit(limit))
                .map(Told::of);
        return Response.ok(page).header("Cache-Control", "no-store").build();
    }
}
