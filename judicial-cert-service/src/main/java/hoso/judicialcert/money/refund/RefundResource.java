package hoso.judicialcert.money.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.caller.Caller;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.money.refund.Refund.State;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Money that is owed back for requests of an agency and what became of it, for its officers; never where it goes.
/// What came for no request is for the national agency.
@Path("/officer/payments/refunds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RefundResource {
    private final Caller caller;
    private final RefundRows refunds;
    private final Law law;
    private final Clock clock;

    RefundResource(Caller caller, RefundRows refunds, Law law, Clock clock) {
        this.caller = caller;
        this.refunds = refunds;
        this.law = law;
        this.clock = clock;
    }

    /// @param hasTarget whether the bank told where the money came from: without it nothing can be paid back
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(
            UUID refundId,
            String transactionId,
            @Nullable UUID requestId,
            long amount,
            String status,
            Instant owedAt,
            Instant since,
            boolean hasTarget,
            @Nullable String bankTransaction,
            @Nullable String reason) {
        static Told of(RefundRows.Listed listed) {
            var refund = listed.refund();
            return new Told(
                    refund.id(),
                    refund.transaction(),
                    listed.request(),
                    refund.amount(),
                    refund.status(),
                    listed.owedAt(),
                    refund.state().since(),
                    refund.target() != null,
                    refund.state() instanceof State.Done(var _, var transaction) ? transaction : null,
                    refund.state() instanceof State.Failed(var _, var reason) ? reason : null);
        }
    }

    /// Newest first.
    @GET
    @RolesAllowed("judicial-officer")
    @Transactional
    public Page<Told> all(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        var size = Page.limit(limit);
        var agency = caller.requireOrganisation();
        var isNational = law.isNational(agency, Law.dayOf(clock.instant()));
        var rows = refunds.list(agency, isNational, Cursor.parse(after), size + 1);
        return Page.of(rows, size, row -> new Cursor(row.owedAt(), row.refund().id()))
                .map(Told::of);
    }
}
