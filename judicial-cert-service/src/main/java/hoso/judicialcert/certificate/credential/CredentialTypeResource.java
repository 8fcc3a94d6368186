package hoso.judicialcert.certificate.credential;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// What the type of a credential (`vct`) means and how it is shown.
@Path(CredentialWriter.TYPE_PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CredentialTypeResource {
    private final IssuerMetadataJson wire;

    CredentialTypeResource(IssuerMetadataJson wire) {
        this.wire = wire;
    }

    @GET
    @PermitAll
    public Response type() {
        return WellKnownResource.answer(wire.type());
    }
}
