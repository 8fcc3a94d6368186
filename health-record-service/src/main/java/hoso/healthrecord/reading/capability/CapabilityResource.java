package hoso.healthrecord.reading.capability;

import hoso.healthrecord.reading.api.CapabilityStatement;
import hoso.healthrecord.reading.resource.FhirConfig;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/// The CapabilityStatement: it holds nothing of anybody, and programs read it before they log in.
@Path("/fhir/metadata")
@RunOnVirtualThread
class CapabilityResource {
    private static final String JSON = "application/fhir+json";

    private final FhirConfig config;

    CapabilityResource(FhirConfig config) {
        this.config = config;
    }

    @GET
    @PermitAll
    @Produces({JSON, "application/json"})
    public Response metadata() {
        return Response.ok(CapabilityStatement.of(config.base()), JSON)
                .header("Cache-Control", "public, max-age=3600")
                .build();
    }
}
