package hoso.healthrecord.sharing.opening;

import hoso.chassis.problem.Problem;
import hoso.healthrecord.sharing.link.ShareFile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Where a file is fetched that a manifest tells the address of.
@Path("/share-files/{ticket}")
@RunOnVirtualThread
class ShareFileResource {
    private final OpenShare open;

    ShareFileResource(OpenShare open) {
        this.open = open;
    }

    @GET
    @Produces({"application/jose", MediaType.APPLICATION_JSON})
    @PermitAll
    public Response file(@PathParam("ticket") String ticket) {
        return answer(open.file(ticket).orElseThrow(() -> Problem.notFound().raise()));
    }

    static Response answer(ShareFile file) {
        return Response.ok(file.jwe(), "application/jose")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
