package hoso.judicialcert.agency;

import hoso.chassis.caller.Caller;
import hoso.chassis.problem.FieldError;
import hoso.judicialcert.certificate.issue.Certificate;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.CertificateId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Where another agency reads a certificate whose id it has from an announcement, if it names the one it is about.
/// Person and ground come in a body, so reading is a POST.
@Path("/agency/certificates/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("agency")
@RunOnVirtualThread
class AgencyCertificateResource {
    private static final Logger LOG = Logger.getLogger(AgencyCertificateResource.class);
    private final Caller caller;
    private final ReadCertificate read;
    private final Clock clock;

    AgencyCertificateResource(Caller caller, ReadCertificate read, Clock clock) {
        this.caller = caller;
        this.read = read;
        this.clock = clock;
    }

    /// A certificate as it stands now, without what it says.
    record Told(
            UUID certificateId,
            String standing,
            Instant standingSince,
            String number,
            CertificateKind kind,
            String agency,
            Instant issuedAt,
            String digest) {
        static Told of(Certificate certificate) {
            return new Told(
                    certificate.id().value(),
                    certificate.standing().name(),
                    certificate.standing().since(),
                    certificate.number(),
                    certificate.kind(),
                    certificate.agency(),
                    certificate.issuedAt(),
                    certificate.digest());
        }
    }

    @POST
    @Path("/standing")
    @Produces(MediaType.APPLICATION_JSON)
    public Response standing(@PathParam("id") UUID id, HolderBody body) {
        var errors = new ArrayList<FieldError>();
        var holder = body.holder(Law.dayOf(clock.instant()), errors);
        var grounds = body.grounds().grounds(caller, errors);
        return answer(read.standing(grounds, new CertificateId(id), holder.orElseThrow()));
    }

    @POST
    @Path("/document")
    @Produces({"application/pdf", MediaType.APPLICATION_JSON})
    public Response document(@PathParam("id") UUID id, HolderBody body) {
        var errors = new ArrayList<FieldError>();
        var holder = body.holder(Law.dayOf(clock.instant()), errors);
        var grounds = body.grounds().grounds(caller, errors);
        return answer(read.document(grounds, new CertificateId(id), holder.orElseThrow()));
    }

    private Response answer(ReadCertificate.Outcome outcome) {
        return switch (outcome) {
            case ReadCertificate.Outcome.Shown(var certificate) ->
                Response.ok(Told.of(certificate))
                        .header("Cache-Control", "no-store")
                        .build();
            case ReadCertificate.Outcome.Document(var certificate, var bytes) -> {
                LOG.infof("certificate=%s document read by client=%s", certificate.id(), caller.clientId());
                yield Response.ok(bytes, "application/pdf")
                        .header("Cache-Control", "no-store")
                        .header("Content-Disposition", "attachment; filename=\"" + certificate.id() + ".pdf\"")
                        .header("X-Content-Type-Options", "nosniff")
                        .build();
            }
            case ReadCertificate.Outcome.Refused(var refusal) ->
                throw AgencyProblem.of(refusal, clock.instant()).raise();
        };
    }
}
