package hoso.judicialcert.certificate.offer;

import hoso.chassis.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Where a wallet reads an offer, at an address that nobody can guess. A used or old one is not there.
@Path("/credential-offers/{reference}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CredentialOfferResource {
    private final OfferCredential offer;
    private final OfferAnswer answer;

    CredentialOfferResource(OfferCredential offer, OfferAnswer answer) {
        this.offer = offer;
        this.answer = answer;
    }

    @GET
    @PermitAll
    public Response read(@PathParam("reference") String reference) {
        return answer.read(
                offer.read(reference).orElseThrow(() -> Problem.notFound().raise()));
    }
}
