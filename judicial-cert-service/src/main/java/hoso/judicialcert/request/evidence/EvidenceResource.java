package hoso.judicialcert.request.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.caller.Caller;
import hoso.chassis.hash.Sha256;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.JudicialCertConfig;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where files are sent before the request they belong to.
@Path("/evidence")
@RolesAllowed({"citizen", "portal", "agency"})
@RunOnVirtualThread
class EvidenceResource {
    private final Caller caller;
    private final Idempotency idempotency;
    private final KeepEvidence keep;
    private final int maxBytes;

    EvidenceResource(Caller caller, Idempotency idempotency, KeepEvidence keep, JudicialCertConfig config) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.keep = keep;
        this.maxBytes = config.evidence().maxBytes();
    }

    /// A file without what is in it.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(
            UUID evidenceId,
            String mediaType,
            long size,
            String digest,
            Instant storedAt,
            @Nullable UUID requestId) {
        static Told of(Evidence file) {
            return new Told(
                    file.id(), file.kind().mediaType(), file.size(), file.digest(), file.storedAt(), file.request());
        }
    }

    /// What makes two files the same command.
    record Sent(String digest) {}

    @POST
    @Consumes({"application/pdf", "image/jpeg", "image/png", "application/octet-stream"})
    public Response keep(@HeaderParam("Idempotency-Key") @Nullable String key, InputStream body) throws IOException {
        var owner = owner();
        var content = body.readNBytes(maxBytes + 1);
        if (content.length > maxBytes) {
            throw Problem.of(413, "too-large").raise();
        }
        return idempotency.once(
                "keep-evidence", owner.name(), key, new Sent(Sha256.hex(content)), () -> switch (keep.keep(
                        owner, content)) {
                    case KeepEvidence.Outcome.Kept(var file) ->
                        Answer.created(URI.create("/evidence/" + file.id()), Told.of(file));
                    case KeepEvidence.Outcome.NotTaken() ->
                        throw Problem.of(422, "file-kind-not-taken").raise();
                    case KeepEvidence.Outcome.TooMany(var most) ->
                        throw Problem.of(409, "too-many-files")
                                .with("most", most)
                                .raise();
                });
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.WILDCARD)
    public Response read(@PathParam("id") UUID id) {
        return EvidenceAnswer.download(
                keep.read(id, owner()).orElseThrow(() -> Problem.notFound().raise()));
    }

    private Owner owner() {
        if (caller.hasRole("citizen")) {
            caller.requireStepUp();
            return Owner.citizen(caller.personId());
        }
        return Owner.organisation(caller.requireOrganisation());
    }
}
