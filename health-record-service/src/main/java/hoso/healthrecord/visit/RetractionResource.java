package hoso.healthrecord.visit;

import hoso.chassis.caller.Caller;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where a facility takes a visit of its own back.
@Path("/visits/retractions")
@RunOnVirtualThread
class RetractionResource {
    private static final Logger LOG = Logger.getLogger(RetractionResource.class);
    private static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);
    private final FileVisit fileVisit;
    private final Caller caller;

    RetractionResource(FileVisit fileVisit, Caller caller) {
        this.fileVisit = fileVisit;
        this.caller = caller;
    }

    /// @param episode the facility's own key of the visit (`MA_LK`)
    record RetractionRequest(
            @Nullable String episode, @Nullable String because) {}

    record RetractionAnswer(
            UUID visitId, String facility, String episode, OffsetDateTime retractedAt, RetractedBecause because) {}

    @POST
    @RolesAllowed("facility")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public RetractionAnswer retract(@Nullable RetractionRequest request) {
        // The facility is that of the access token: nobody takes back what another filed.
        var facility = caller.requireOrganisation();
        var episode = request == null || request.episode() == null
                ? ""
                : request.episode().strip();
        var because = because(request);
        var errors = new ArrayList<FieldError>();
        if (episode.isEmpty()) {
            errors.add(FieldError.of("episode", "missing"));
        }
        if (because.isEmpty()) {
            errors.add(FieldError.of("because", "unknown-code"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(List.copyOf(errors)).raise();
        }
        return switch (fileVisit.retract(facility, episode, because.orElseThrow())) {
            case FileVisit.Retracting.Unknown() -> throw Problem.notFound().raise();
            case FileVisit.Retracting.Done(var found, var retraction) -> {
                LOG.infof("visit=retracted id=%s facility=%s", found.visitId(), facility);
                yield new RetractionAnswer(
                        found.visitId(),
                        facility,
                        found.episode(),
                        retraction.at().atOffset(LOCAL),
                        retraction.because());
            }
        };
    }

    private static Optional<RetractedBecause> because(@Nullable RetractionRequest request) {
        return Arrays.stream(RetractedBecause.values())
                .filter(one -> request != null && one.name().equals(request.because()))
                .findFirst();
    }
}
