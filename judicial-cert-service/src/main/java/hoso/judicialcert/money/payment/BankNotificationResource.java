package hoso.judicialcert.money.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.callback.SignedCallback;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.fee.Account.Settlement;
import hoso.judicialcert.fee.Transfer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where the bank tells what came in. It is known by its signature, not by a login; whatever it tells
/// twice, late or wrong is answered with 200 and what became of it, so that it stops telling.
@Path("/bank-notifications")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class BankNotificationResource {
    private static final Logger LOG = Logger.getLogger(BankNotificationResource.class);
    private final TakePayment take;
    private final ObjectMapper json;
    private final Clock clock;
    private final JudicialCertConfig.Fee config;

    BankNotificationResource(TakePayment take, ObjectMapper json, Clock clock, JudicialCertConfig config) {
        this.take = take;
        this.json = json;
        this.clock = clock;
        this.config = config.fee();
    }

    /// What became of it.
    ///
    /// @param missing đồng still to come
    /// @param surplus đồng owed back
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            String outcome,
            @Nullable Long missing,
            @Nullable Long surplus) {}

    @POST
    @PermitAll
    public Outcome take(@HeaderParam(SignedCallback.HEADER) @Nullable String signature, byte[] body) {
        SignedCallback.verify(config.callbackSecret(), signature, body, clock.instant());
        var transfer = transfer(read(body));
        var outcome = take.take(transfer, Payments.Told.NOTIFICATION)
                .map(BankNotificationResource::outcome)
                .orElseGet(() -> new Outcome("NO_REQUEST", null, transfer.amount()));
        LOG.infof("payment transaction=%s outcome=%s", transfer.id(), outcome.outcome());
        return outcome;
    }

    private static Outcome outcome(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Settled(var surplus) -> new Outcome("SETTLED", null, surplus);
            case Settlement.TooLittle(var missing) -> new Outcome("TOO_LITTLE", missing, null);
            case Settlement.NotOwed(var surplus) -> new Outcome("NOT_OWED", null, surplus);
            case Settlement.Early() -> new Outcome("EARLY", null, null);
            case Settlement.KnownAlready() -> new Outcome("KNOWN_ALREADY", null, null);
        };
    }

    private TransferBody read(byte[] body) {
        try {
            return json.readValue(body, TransferBody.class);
        } catch (IOException _) {
            throw Problem.of(400, "unreadable-body").with("at", "/").raise();
        }
    }

    private Transfer transfer(TransferBody body) {
        var errors = new ArrayList<FieldError>();
        return body.transfer(config.accountNumber(), "", errors)
                .orElseThrow(() -> Problem.invalid(errors).raise());
    }
}
