package hoso.judicialcert.certificate.issue;

import hoso.chassis.caller.Caller;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Certificates of the citizen who calls; the documents also for the service that posts them.
@Path("/certificates/{id}")
@RunOnVirtualThread
class CertificateResource {
    private static final Logger LOG = Logger.getLogger(CertificateResource.class);
    private final Caller caller;
    private final Certificates certificates;
    private final ReadCertificates read;

    CertificateResource(Caller caller, Certificates certificates, ReadCertificates read) {
        this.caller = caller;
        this.certificates = certificates;
        this.read = read;
    }

    /// A certificate, without what it says.
    record Told(
            UUID certificateId,
            UUID requestId,
            String number,
            CertificateKind kind,
            String agency,
            Instant issuedAt,
            String digest,
            long size,
            String standing,
            Instant standingSince,
            @Nullable UUID successorId) {
        static Told of(Certificate certificate) {
            return new Told(
                    certificate.id().value(),
                    certificate.request().value(),
                    certificate.number(),
                    certificate.kind(),
                    certificate.agency(),
                    certificate.issuedAt(),
                    certificate.digest(),
                    certificate.size(),
                    certificate.standing().name(),
                    certificate.standing().since(),
                    certificate.standing() instanceof Standing.Superseded(var _, var successor)
                            ? successor.value()
                            : null);
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("citizen")
    public Told one(@PathParam("id") UUID id) {
        caller.requireLevel2();
        return certificates
                .find(new CertificateId(id), new CitizenId(caller.personId()))
                .map(Told::of)
                .orElseThrow(() -> Problem.notFound().raise());
    }

    @GET
    @Path("/document")
    @Produces("application/pdf")
    @RolesAllowed({"citizen", "service"})
    public Response document(@PathParam("id") UUID id) {
        var certificate = new CertificateId(id);
        var document = isDeliverer() ? read.document(certificate) : ofHolder(certificate);
        LOG.infof("certificate=%s document read by client=%s", id, caller.clientId());
        return Response.ok(document.orElseThrow(() -> Problem.notFound().raise()))
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + id + ".pdf\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @GET
    @Path("/dispatch")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("service")
    public Response dispatch(@PathParam("id") UUID id) {
        if (!isDeliverer()) {
            throw Problem.notFound().raise();
        }
        return Response.ok(read.dispatch(new CertificateId(id))
                        .orElseThrow(() -> Problem.notFound().raise()))
                .header("Cache-Control", "no-store")
                .build();
    }

    /// Of our own services only the one that delivers: the secret of another one opens no certificate.
    private boolean isDeliverer() {
        return caller.hasRole("service") && caller.clientId().equals("notification-service");
    }

    private java.util.Optional<byte[]> ofHolder(CertificateId certificate) {
        caller.requireStepUp();
        return read.document(certificate, new CitizenId(caller.personId()));
    }
}
