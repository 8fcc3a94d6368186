package hoso.bench.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// A route that does nothing: what it takes to be answered is the machine's, Quarkus's and the caller's share of every
/// latency.
@Path("/bare")
class BareResource {

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @PermitAll
    public String answer() {
        return "bare";
    }
}
