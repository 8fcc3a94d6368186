package hoso.healthrecord.reading.trend;

import hoso.chassis.caller.Caller;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.hiv.HivRules;
import hoso.healthrecord.reading.resource.ReadEntries;
import hoso.healthrecord.record.HealthRecords;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Measurements of the citizen's own record over time.
@Path("/records/me/trends")
@RunOnVirtualThread
class TrendResource {
    private final HealthRecords records;
    private final ReadEntries entries;
    private final Caller caller;

    TrendResource(HealthRecords records, ReadEntries entries, Caller caller) {
        this.records = records;
        this.entries = entries;
        this.caller = caller;
    }

    /// The lines there are; none while the record is not integrated.
    record Trends(List<Trend> trends) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @GET
    @RolesAllowed("citizen")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    public Response trends(
            @QueryParam("of") @Nullable String measure,
            @QueryParam("code") @Nullable String code,
            @HeaderParam("If-None-Match") @Nullable String known) {
        caller.requireStepUp();
        var codes = codes(measure, code);
        var record = records.integratedBy(caller.personId()).orElse(null);
        if (record == null) {
            return Response.ok(new Trends(List.of()))
                    .header("Cache-Control", "no-store")
                    .build();
        }
        var tag = "W/\"" + record.version() + "-" + HivRules.VERSION + "\"";
        if (tag.equals(known)) {
            return Response.notModified().header("ETag", tag).build();
        }
        return Response.ok(new Trends(Trend.of(entries.ofRecord(record.id()), codes)))
                .header("Cache-Control", "no-store")
                .header("ETag", tag)
                .build();
    }

    private static Set<String> codes(@Nullable String measure, @Nullable String code) {
        if (code != null && measure == null) {
            return Set.of(code);
        }
        return Measure.named(measure == null ? "" : measure)
                .map(Measure::codes)
                .orElseThrow(() -> Problem.of(400, "parameter-unreadable")
                        .with("parameter", "of")
                        .raise());
    }
}
