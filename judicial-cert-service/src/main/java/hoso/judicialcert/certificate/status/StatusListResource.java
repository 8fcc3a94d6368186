package hoso.judicialcert.certificate.status;

import hoso.chassis.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The lists, for anybody: who fetches one tells of none of its 65,536 entries that it was meant.
@Path("/status-lists")
@RunOnVirtualThread
class StatusListResource {
    private static final String TOKEN = "application/statuslist+jwt";
    private final PublishStatus publish;
    private final StatusConfig config;

    StatusListResource(PublishStatus publish, StatusConfig config) {
        this.publish = publish;
        this.config = config;
    }

    /// All lists: as the standard's aggregation has them, and with their ages.
    record Told(
            @com.fasterxml.jackson.annotation.JsonProperty("status_lists")
            List<URI> statusLists,

            List<Age> lists) {
        static Told of(List<SignedList> lists) {
            return new Told(
                    lists.stream().map(SignedList::uri).toList(),
                    lists.stream().map(Age::of).toList());
        }
    }

    record Age(long number, URI uri, Instant signedAt, Instant expiresAt) {
        static Age of(SignedList list) {
            return new Age(list.number(), list.uri(), list.signedAt(), list.expiresAt());
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    public Response all() {
        return Response.ok(Told.of(publish.lists()))
                .header("Cache-Control", cacheControl())
                .build();
    }

    @GET
    @Path("/{number: [0-9]+}")
    @Produces(TOKEN)
    @PermitAll
    public Response one(@PathParam("number") long number, @Context Request request) {
        var list = publish.list(number).orElseThrow(() -> Problem.notFound().raise());
        var tag = new EntityTag(UUID.nameUUIDFromBytes(list.token().getBytes(StandardCharsets.US_ASCII))
                .toString());
        var unchanged = request.evaluatePreconditions(tag);
        var response = unchanged == null ? Response.ok(list.token()) : unchanged;
        return response.tag(tag)
                .header("Cache-Control", cacheControl())
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private String cacheControl() {
        return "public, max-age=" + config.ttl().toSeconds();
    }
}
