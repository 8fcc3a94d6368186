package hoso.judicialcert.officer.workload;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.caller.Caller;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.person.OfficerId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much there is to do.
@Path("/officer/workload")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"judicial-officer", "judicial-supervisor"})
@RunOnVirtualThread
class WorkloadResource {
    private final Caller caller;
    private final ReadWorkload read;

    WorkloadResource(Caller caller, ReadWorkload read) {
        this.caller = caller;
        this.read = read;
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(Map<String, Long> open, long late, @Nullable Instant oldest, Pace decided, Own own) {}

    /// @param medianSeconds from coming in to being decided
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Pace(List<Workload.Day> perDay, @Nullable Long medianSeconds) {
        static Pace of(Workload.Pace pace) {
            var median = pace.median();
            return new Pace(pace.perDay(), median == null ? null : median.toSeconds());
        }
    }

    record Own(long held, Pace decided) {}

    @GET
    public Told read() {
        var workload = read.of(new Officer(new OfficerId(caller.personId()), caller.requireOrganisation()));
        var own = workload.own();
        return new Told(
                workload.open(),
                workload.late(),
                workload.oldest(),
                Pace.of(workload.decided()),
                new Own(own.held(), Pace.of(own.decided())));
    }
}
