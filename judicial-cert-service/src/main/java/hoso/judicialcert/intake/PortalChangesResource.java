package hoso.judicialcert.intake;

import hoso.chassis.caller.Caller;
import hoso.chassis.page.Page;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.intake.PortalAnswer.PortalStatus;
import hoso.judicialcert.law.Law;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where the National Public Service Portal reads what became of the cases that it filed.
@Path("/portal")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("portal")
@RunOnVirtualThread
class PortalChangesResource {
    private static final Pattern PLACE =
            Pattern.compile("(?<written>[0-9]{1,18})\\.(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private final Caller caller;
    private final PortalFilingRows filings;
    private final Law law;

    PortalChangesResource(Caller caller, PortalFilingRows filings, Law law) {
        this.caller = caller;
        this.filings = filings;
        this.law = law;
    }

    /// A case came to a status.
    record Change(String portalCode, UUID requestId, Instant at, PortalStatus status) {}

    /// @param next where to go on, now or later: there is always a place
    record Changes(List<Change> items, String next) {}

    /// What became of the cases since a place; each change once, none left out.
    @GET
    @Path("/certificate-request-changes")
    public Changes changes(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        var place = after == null || after.isEmpty() ? "0." + new UUID(0, 0) : after;
        var read = PLACE.matcher(place);
        if (!read.matches()) {
            throw Problem.of(400, "cursor-unreadable").raise();
        }
        var changes = filings.changes(
                caller.requireOrganisation(),
                law.texts().portalStatuses(),
                Long.parseLong(read.group("written")),
                UUID.fromString(read.group("id")),
                Page.limit(limit));
        var items = changes.items().stream()
                .map(change -> new Change(
                        change.portalCode(),
                        change.request(),
                        change.at(),
                        PortalStatus.of(law.texts().status(change.step()))))
                .toList();
        return new Changes(items, changes.next());
    }
}
