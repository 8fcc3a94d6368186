package hoso.judicialcert.officer.casework;

import hoso.chassis.caller.Caller;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.evidence.Evidence;
import hoso.judicialcert.request.evidence.EvidenceAnswer;
import hoso.judicialcert.request.step.Supplement;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// What was sent with a case, for the officers of its agency.
@Path("/officer/certificate-requests/{id}/evidence")
@RolesAllowed("judicial-officer")
@RunOnVirtualThread
class EvidenceOfCaseResource {
    private static final Logger LOG = Logger.getLogger(EvidenceOfCaseResource.class);
    private final Caller caller;
    private final ReadPapers read;

    EvidenceOfCaseResource(Caller caller, ReadPapers read) {
        this.caller = caller;
        this.read = read;
    }

    /// A file without what is in it.
    record File(UUID evidenceId, String mediaType, long size, String digest, Instant storedAt, String use) {
        static File of(Evidence file) {
            return new File(
                    file.id(),
                    file.kind().mediaType(),
                    file.size(),
                    file.digest(),
                    file.storedAt(),
                    String.valueOf(file.use()));
        }
    }

    /// What was said when something was asked for.
    record Said(Instant givenAt, String text) implements Sensitive {
        static Said of(Supplement supplement) {
            return new Said(supplement.givenAt(), supplement.text());
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    record Papers(List<File> items, List<Said> supplements) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response papers(@PathParam("id") UUID id) {
        caller.requireStepUp();
        var papers = read.all(new RequestId(id), officer())
                .orElseThrow(() -> Problem.notFound().raise());
        LOG.infof("request=%s papers listed for officer=%s", id, caller.personId());
        return Response.ok(new Papers(
                        papers.files().stream().map(File::of).toList(),
                        papers.said().stream().map(Said::of).toList()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/{evidenceId}")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("id") UUID id, @PathParam("evidenceId") UUID file) {
        caller.requireStepUp();
        var found = read.one(new RequestId(id), file, officer())
                .orElseThrow(() -> Problem.notFound().raise());
        LOG.infof("request=%s evidence=%s read by officer=%s", id, file, caller.personId());
        return EvidenceAnswer.download(found);
    }

    private Officer officer() {
        return new Officer(new OfficerId(caller.personId()), caller.requireOrganisation());
    }
}
