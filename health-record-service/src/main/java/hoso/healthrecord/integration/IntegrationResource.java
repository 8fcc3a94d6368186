package hoso.healthrecord.integration;

import hoso.chassis.caller.Caller;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.healthrecord.record.HealthRecord;
import hoso.healthrecord.record.HealthRecordAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The citizen takes the own record into the app.
@Path("/records/me/integration")
@RunOnVirtualThread
class IntegrationResource {
    private static final Logger LOG = Logger.getLogger(IntegrationResource.class);
    private static final String OPERATION = "integrate-record";

    private final IdentityClient identity;
    private final IntegrateRecord integrateRecord;
    private final Idempotency idempotency;
    private final Caller caller;

    IntegrationResource(
            IdentityClient identity, IntegrateRecord integrateRecord, Idempotency idempotency, Caller caller) {
        this.identity = identity;
        this.integrateRecord = integrateRecord;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    record IntegrationAnswer(UUID recordId, OffsetDateTime integratedAt, int visitsHeld) {}

    @POST
    @RolesAllowed("citizen")
    @Produces(MediaType.APPLICATION_JSON)
    public Response integrate(@HeaderParam("Idempotency-Key") @Nullable String key) {
        caller.requireStepUp();
        var citizen = caller.personId();
        // Asked before the transaction, so that a slow partner holds no connection to the database.
        var vouched = identity.vouch(citizen, caller.bearer())
                .orElseThrow(() -> IntegrationProblem.notVouched().raise());
        return idempotency.once(OPERATION, caller.name(), key, Map.of(), () -> answer(citizen, vouched));
    }

    private Answer answer(UUID citizen, Vouched vouched) {
        return switch (integrateRecord.integrate(citizen, vouched)) {
            case Integrating.Done(var record, var held) -> {
                LOG.infof("record=integrated id=%s held=%d", record.id(), held);
                yield Answer.ok(answer(record, held));
            }
            case Integrating.IntegratedElsewhere() ->
                throw IntegrationProblem.integratedElsewhere().raise();
            case Integrating.OtherRecordIntegrated() ->
                throw IntegrationProblem.otherRecordIntegrated().raise();
        };
    }

    private static IntegrationAnswer answer(HealthRecord record, int held) {
        var integration = record.integration();
        if (integration == null) {
            throw new IllegalStateException("an integrated record is integrated");
        }
        return new IntegrationAnswer(record.id(), HealthRecordAnswer.local(integration.at()), held);
    }
}
