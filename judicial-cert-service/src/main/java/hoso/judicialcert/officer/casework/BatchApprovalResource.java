package hoso.judicialcert.officer.casework;

import hoso.chassis.caller.Caller;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.person.RequestId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Many clean cases at once, each on its own: what came of one changes nothing for the others, and a batch that broke
/// off is sent again.
@Path("/officer/batch-approvals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("judicial-officer")
@RunOnVirtualThread
class BatchApprovalResource {
    private static final Logger LOG = Logger.getLogger(BatchApprovalResource.class);
    private static final int MOST = 100;

    private final Caller caller;
    private final ApproveClean approve;

    BatchApprovalResource(Caller caller, ApproveClean approve) {
        this.caller = caller;
        this.approve = approve;
    }

    record Batch(@Nullable List<UUID> requestIds) {}

    record Done(UUID requestId, ApproveClean.Outcome outcome) {}

    record All(List<Done> items) {}

    @POST
    public All approve(Batch batch) {
        caller.requireStepUp();
        var officer = new Officer(new OfficerId(caller.personId()), caller.requireOrganisation());
        return new All(ids(batch).stream()
                .map(id -> new Done(id, approve(new RequestId(id), officer)))
                .toList());
    }

    private ApproveClean.Outcome approve(RequestId id, Officer officer) {
        try {
            var outcome = approve.approve(id, officer);
            LOG.infof("request=%s batch outcome=%s officer=%s", id, outcome, officer.id());
            return outcome;
        } catch (RuntimeException e) {
            // Told for this one, so that the officer knows what became of the others.
            LOG.warnf("request=%s batch failed after %s", id, e.getClass().getSimpleName());
            return ApproveClean.Outcome.TRY_AGAIN;
        }
    }

    private static List<UUID> ids(Batch batch) {
        var ids = batch.requestIds();
        if (ids == null || ids.isEmpty()) {
            throw Problem.invalid(List.of(FieldError.of("/requestIds", "required")))
                    .raise();
        }
        if (ids.size() > MOST) {
            throw Problem.invalid(List.of(FieldError.of("/requestIds", "too-many")))
                    .raise();
        }
        if (ids.contains(null)) {
            throw Problem.invalid(List.of(FieldError.of("/requestIds", "format")))
                    .raise();
        }
        return List.copyOf(new LinkedHashSet<>(ids));
    }
}
