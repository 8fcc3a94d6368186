package hoso.judicialcert.certificate.credential;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Where wallets and verifiers look first. The gateway answers `/.well-known/<name>/api/judicial-cert` with these.
@Path("/.well-known")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class WellKnownResource {
    private final IssuerMetadataJson wire;

    WellKnownResource(IssuerMetadataJson wire) {
        this.wire = wire;
    }

    @GET
    @Path("/openid-credential-issuer")
    @PermitAll
    public Response issuer() {
        return answer(wire.issuer());
    }

    @GET
    @Path("/oauth-authorization-server")
    @PermitAll
    public Response authorizationServer() {
        return answer(wire.authorizationServer());
    }

    @GET
    @Path("/jwt-vc-issuer")
    @PermitAll
    public Response keys() {
        return answer(wire.keys());
    }

    static Response answer(Object metadata) {
        return Response.ok(metadata)
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
