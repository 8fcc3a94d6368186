package hoso.judicialcert.reconciliation;

import hoso.chassis.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;

/// Where officers read what differs on a day.
///
/// A class of its own: the whole path has to stand on the class, or another class at `/officer` is taken for it.
@Path("/officer/payments/reconciliations/{day}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("judicial-officer")
@RunOnVirtualThread
class OfficerReconciliationResource {
    private final ReconcileDay reconcile;

    OfficerReconciliationResource(ReconcileDay reconcile) {
        this.reconcile = reconcile;
    }

    @GET
    public ReportWire read(@PathParam("day") String day) {
        try {
            return reconcile
                    .read(LocalDate.parse(day))
                    .map(ReportWire::of)
                    .orElseThrow(() -> Problem.notFound().raise());
        } catch (DateTimeException _) {
            throw Problem.notFound().raise();
        }
    }
}
