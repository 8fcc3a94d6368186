package hoso.healthrecord.visit;

import hoso.chassis.caller.Caller;
import hoso.chassis.personal.PersonalNumber;
import hoso.chassis.problem.Problem;
import hoso.chassis.problem.ProblemException;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.History;
import hoso.healthrecord.document.Reading;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.reading.DocumentReader;
import hoso.healthrecord.person.ReadPersonalNumber;
import hoso.healthrecord.person.Warning;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where hospitals send visits.
@Path("/visits")
@Singleton
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class VisitIntakeResource {
    private static final Logger LOG = Logger.getLogger(VisitIntakeResource.class);
    private static final int SMALL_BYTES = 1024 * 1024;
    private static final int LARGE_WAIT_SECONDS = 5;

    private final FileVisit fileVisit;
    private final Caller caller;
    private final Clock clock;
    private final ReadPersonalNumber numbers;

    /// A claim has some 20 kB. One of 16 MB takes ten times that in memory while it is read, so that few of
    /// them are read at once; the others wait, and the small ones pass them.
    private final Semaphore large;

    private final SignatureRule signatures;

    VisitIntakeResource(
            FileVisit fileVisit, Caller caller, Clock clock, ReadPersonalNumber numbers, IntakeConfig intake) {
        this.fileVisit = fileVisit;
        this.caller = caller;
        this.clock = clock;
        this.numbers = numbers;
        this.large = new Semaphore(intake.largeAtOnce());
        this.signatures = new SignatureRule(intake.signatureRequiredFrom());
    }

    @POST
    @RolesAllowed("facility")
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    public Response claim(InputStream body) throws IOException {
        return take(body, DocumentFormat.CLAIM_XML);
    }

    @POST
    @RolesAllowed("facility")
    @Consumes("application/fhir+json")
    public Response bundle(InputStream body) throws IOException {
        return take(body, DocumentFormat.FHIR_JSON);
    }

    private Response take(InputStream body, DocumentFormat format) throws IOException {
        var facility = caller.requireOrganisation();
        var head = body.readNBytes(SMALL_BYTES);
        if (head.length < SMALL_BYTES) {
            return read(head, format, facility);
        }
        if (!large()) {
            throw Problem.of(503, "unavailable").header("Retry-After", "5").raise();
        }
        try {
            return read(joined(head, body), format, facility);
        } finally {
            large.release();
        }
    }

    private boolean large() {
        try {
            return large.tryAcquire(LARGE_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Reads on up to the limit and one byte more: a Content-Length is only what somebody says.
    private static byte[] joined(byte[] head, InputStream body) throws IOException {
        var rest = body.readNBytes(DocumentFormat.MAX_BYTES - head.length + 1);
        if (head.length + rest.length > DocumentFormat.MAX_BYTES) {
            throw VisitProblem.tooLarge().raise();
        }
        var bytes = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, bytes, head.length, rest.length);
        return bytes;
    }

    private Response read(byte[] bytes, DocumentFormat format, String facility) {
        return DocumentReader.history(format, bytes, facility, clock.instant())
                .map(history -> file(history, facility))
                .orElseGet(() -> one(bytes, format, facility));
    }

    private Response one(byte[] bytes, DocumentFormat format, String facility) {
        return switch (DocumentReader.read(format, bytes, clock.instant())) {
            case Reading.Refused refused -> throw refused(refused, facility);
            case Reading.Read read -> {
                if (!read.visit().header().facility().equals(facility)) {
                    throw VisitProblem.facilityNotYours(facility).raise();
                }
                if (format == DocumentFormat.CLAIM_XML
                        && signatures.refuses(read.visit().origin().signature(), clock.instant())) {
                    throw VisitProblem.of(SignatureRule.REFUSED).raise();
                }
                yield file(IncomingVisit.of(bytes, format, read.visit()), read);
            }
        };
    }

    private static ProblemException refused(Reading.Refused refused, String facility) {
        LOG.infof(
                "visit=refused facility=%s flaws=%d first=%s",
                facility, refused.flaws().size(), refused.flaws().getFirst().code());
        return VisitProblem.of(refused).raise();
    }

    /// Files all visits of a history or none; its one Patient is that of each.
    private Response file(History history, String facility) {
        return switch (history) {
            case History.Refused(var refused) -> throw refused(refused, facility);
            case History.Visits(var parts, var placed) -> {
                if (parts.stream()
                        .anyMatch(
                                part -> !part.read().visit().header().facility().equals(facility))) {
                    throw VisitProblem.facilityNotYours(facility).raise();
                }
                var patient = parts.getFirst().read().visit().header().patient();
                var number = numbers.read(patient.number());
                var arrived = parts.stream()
                        .map(part -> IncomingVisit.of(
                                part.document(),
                                DocumentFormat.FHIR_JSON,
                                part.read().visit()))
                        .toList();
                var receipts = fileVisit.fileAll(arrived, number);
                LOG.infof("history=filed visits=%d facility=%s", receipts.size(), facility);
                var warnings = warnings(number, patient);
                yield Response.status(Response.Status.CREATED)
                        .entity(new ReceiptAnswer.OfHistory(
                                IntStream.range(0, parts.size())
                                        .mapToObj(i -> ReceiptAnswer.of(
                                                receipts.get(i),
                                                warnings,
                                                parts.get(i).read()))
                                        .toList(),
                                placed))
                        .build();
            }
        };
    }

    private Response file(IncomingVisit arrived, Reading.Read read) {
        var patient = arrived.visit().header().patient();
        var number = numbers.read(patient.number());
        var receipt = fileVisit.file(arrived, number);
        LOG.infof(
                "visit=%s id=%s version=%d facility=%s",
                receipt.status(), receipt.visitId(), receipt.version(), receipt.facility());
        return Response.status(Response.Status.CREATED)
                .entity(ReceiptAnswer.of(receipt, warnings(number, patient), read))
                .build();
    }

    private static List<Warning> warnings(@Nullable PersonalNumber number, Visit.Patient patient) {
        return number == null ? List.of() : Warning.about(number, patient.birthDate(), patient.sex());
    }
}
