package hoso.judicialcert.agency;

import hoso.chassis.caller.Caller;
import hoso.chassis.page.Page;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Law;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which certificates were issued, recalled or replaced, for agencies without Kafka: as thin as the announcement, and
/// only the kinds that one of the agency's rules lets it see for the procedure it names.
@Path("/agency/certificate-events")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CertificateFeedResource {
    private final Caller caller;
    private final FeedRows feed;
    private final FeedCursors cursors;
    private final Law law;
    private final Clock clock;

    CertificateFeedResource(Caller caller, FeedRows feed, FeedCursors cursors, Law law, Clock clock) {
        this.caller = caller;
        this.feed = feed;
        this.cursors = cursors;
        this.law = law;
        this.clock = clock;
    }

    /// One entry.
    record Told(UUID certificateId, CertificateKind kind, String agency, String standing, Instant at, String digest) {
        static Told of(FeedEntry entry) {
            return new Told(
                    entry.certificate().value(),
                    entry.kind(),
                    entry.agency(),
                    entry.standing(),
                    entry.at(),
                    entry.digest());
        }
    }

    /// A piece of the feed.
    ///
    /// @param next where to go on, also at the end: what comes later comes after it
    /// @param more whether there is more now
    record Piece(List<Told> items, String next, boolean more) {}

    @GET
    @RolesAllowed("agency")
    public Response after(
            @QueryParam("procedure") @Nullable String procedure,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        if (procedure == null) {
            throw Problem.invalid(List.of(FieldError.of("/procedure", "required")))
                    .raise();
        }
        var kinds = kinds(procedure);
        if (kinds.isEmpty()) {
            throw AgencyProblem.of(new AgencyRefusal.NoLegalBasis(), clock.instant())
                    .raise();
        }
        var place = after == null || after.isEmpty()
                ? FeedCursor.START
                : cursors.read(after)
                        .orElseThrow(() -> Problem.of(400, "cursor-unreadable").raise());
        var size = Page.limit(limit);
        var entries = feed.after(place, kinds, size + 1);
        var shown = entries.subList(0, Math.min(size, entries.size()));
        var next = shown.isEmpty() ? place : shown.getLast().place();
        var piece = new Piece(shown.stream().map(Told::of).toList(), cursors.text(next), entries.size() > size);
        return Response.ok(piece).header("Cache-Control", "no-store").build();
    }

    private Set<CertificateKind> kinds(String procedure) {
        var rules = law.agencyAccess(caller.requireOrganisation(), Law.dayOf(clock.instant())).stream()
                .filter(rule -> rule.procedure().equals(procedure))
                .toList();
        return Stream.of(CertificateKind.values())
                .filter(kind -> rules.stream().anyMatch(rule -> rule.covers(kind)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
