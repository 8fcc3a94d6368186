package hoso.judicialcert.money.receipt;

import hoso.chassis.caller.Caller;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/// The receipt of a request, for whoever may see the request.
@Path("/certificate-requests/{id}/receipt")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReceiptResource {
    private final Caller caller;
    private final CertificateRequests requests;
    private final ReadReceipt read;

    ReceiptResource(Caller caller, CertificateRequests requests, ReadReceipt read) {
        this.caller = caller;
        this.requests = requests;
        this.read = read;
    }

    /// @param statement the same, signed by the agency (JWS, compact): anybody can check it
    record Told(ReceiptJson.Body receipt, String statement) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @GET
    @RolesAllowed("citizen")
    public Response receipt(@PathParam("id") UUID id) {
        caller.requireLevel2();
        var request = requests.find(new RequestId(id), new CitizenId(caller.personId()))
                .orElseThrow(() -> Problem.notFound().raise());
        var signed = read.read(id, request.subject().value())
                .orElseThrow(() -> Problem.of(409, "no-receipt-yet")
                        .with("caseStatus", request.status().name())
                        .raise());
        return Response.ok(new Told(ReceiptJson.Body.of(signed.receipt()), signed.statement()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
