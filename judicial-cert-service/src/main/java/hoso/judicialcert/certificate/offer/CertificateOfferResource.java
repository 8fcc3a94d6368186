package hoso.judicialcert.certificate.offer;

import hoso.chassis.caller.Caller;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The holder wants a certificate in a wallet.
@Path("/certificates/{id}/credential-offers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CertificateOfferResource {
    private final Caller caller;
    private final OfferCredential offer;
    private final OfferAnswer answer;

    CertificateOfferResource(Caller caller, OfferCredential offer, OfferAnswer answer) {
        this.caller = caller;
        this.offer = offer;
        this.answer = answer;
    }

    @POST
    @RolesAllowed("citizen")
    public Response make(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        caller.requireStepUp();
        var holder = new CitizenId(caller.personId());
        return answer.made(
                "offer-certificate", caller.name(), key, id, () -> offer.offer(new CertificateId(id), holder));
    }
}
