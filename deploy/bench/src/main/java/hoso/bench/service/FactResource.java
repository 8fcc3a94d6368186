package hoso.bench.service;

import hoso.chassis.idempotency.Idempotency;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Takes commands in the way every service does: with a key, so that a command whose answer was lost may be
/// sent again.
@Path("/facts")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
class FactResource {
    private final Idempotency idempotency;
    private final RecordFact recordFact;

    FactResource(Idempotency idempotency, RecordFact recordFact) {
        this.idempotency = idempotency;
        this.recordFact = recordFact;
    }

    @POST
    @PermitAll
    public Response record(@HeaderParam("Idempotency-Key") @Nullable String key, Recording recording) {
        return idempotency.once("record-fact", "bench", key, recording, () -> recordFact.record(recording));
    }
}
