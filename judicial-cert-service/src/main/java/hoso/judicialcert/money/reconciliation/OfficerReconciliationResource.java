package hoso.judicialcert.money.reconciliation;

import hoso.chassis.caller.Caller;
import hoso.chassis.problem.Problem;
import hoso.chassis.text.Days;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Where officers read what differs on a day, as far as it concerns their agency.
///
/// A class of its own: the whole path has to stand on the class, or another class at `/officer` is taken for it.
@Path("/officer/payments/reconciliations/{day}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("judicial-officer")
@RunOnVirtualThread
class OfficerReconciliationResource {
    private final Caller caller;
    private final ReconcileDay reconcile;

    OfficerReconciliationResource(Caller caller, ReconcileDay reconcile) {
        this.caller = caller;
        this.reconcile = reconcile;
    }

    @GET
    public ReportJson read(@PathParam("day") String day) {
        var agency = caller.requireOrganisation();
        return Days.read(day)
                .flatMap(on -> reconcile.read(on, agency))
                .map(ReportJson::of)
                .orElseThrow(() -> Problem.notFound().raise());
    }
}
