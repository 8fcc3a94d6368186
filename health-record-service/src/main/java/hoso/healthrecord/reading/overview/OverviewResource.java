package hoso.healthrecord.reading.overview;

import hoso.chassis.caller.Caller;
import hoso.healthrecord.hiv.HivRules;
import hoso.healthrecord.reading.resource.ReadEntries;
import hoso.healthrecord.record.HealthRecord;
import hoso.healthrecord.record.HealthRecords;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The citizen's own record in the four groups of Decision 31/QD-BYT.
@Path("/records/me/overview")
@RunOnVirtualThread
class OverviewResource {
    private final HealthRecords records;
    private final ReadEntries entries;
    private final Caller caller;

    OverviewResource(HealthRecords records, ReadEntries entries, Caller caller) {
        this.records = records;
        this.entries = entries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("citizen")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    public Response overview(@HeaderParam("If-None-Match") @Nullable String known) {
        caller.requireStepUp();
        var record = records.integratedBy(caller.personId());
        var tag = "W/\"" + record.map(HealthRecord::version).orElse(0L) + "-" + HivRules.VERSION + "\"";
        if (tag.equals(known)) {
            return Response.notModified().header("ETag", tag).build();
        }
        var all = record.map(one -> entries.ofRecord(one.id())).orElse(List.of());
        return Response.ok(Overview.of(all))
                .header("Cache-Control", "no-store")
                .header("ETag", tag)
                .build();
    }
}
