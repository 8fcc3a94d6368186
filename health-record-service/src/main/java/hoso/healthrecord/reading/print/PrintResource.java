package hoso.healthrecord.reading.print;

import hoso.chassis.caller.Caller;
import hoso.chassis.problem.Language;
import hoso.chassis.problem.PathId;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.reading.resource.ReadEntries;
import hoso.healthrecord.reading.resource.RecordEntry;
import hoso.healthrecord.record.HealthRecord;
import hoso.healthrecord.record.HealthRecords;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The citizen's own record as PDF.
@Path("/records/me/prints")
@RunOnVirtualThread
@Produces("application/pdf")
class PrintResource {
    private final HealthRecords records;
    private final ReadEntries entries;
    private final Caller caller;
    private final Clock clock;

    PrintResource(HealthRecords records, ReadEntries entries, Caller caller, Clock clock) {
        this.records = records;
        this.entries = entries;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/summary")
    @RolesAllowed("citizen")
    @Transactional
    public Response summary(@HeaderParam("Accept-Language") @Nullable String wanted) {
        caller.requireStepUp();
        var language = Language.of(wanted);
        return pdf(print(entries.ofRecord(record().id()), language).summary(), language);
    }

    @GET
    @Path("/visits/{id}")
    @RolesAllowed("citizen")
    @Transactional
    public Response visit(@PathParam("id") String id, @HeaderParam("Accept-Language") @Nullable String wanted) {
        caller.requireStepUp();
        var language = Language.of(wanted);
        var all = entries.ofVisit(record().id(), PathId.read(id));
        if (all.isEmpty()) {
            throw Problem.notFound().raise();
        }
        return pdf(print(all, language).visit(), language);
    }

    private RecordPrint print(List<RecordEntry> all, Locale language) {
        return new RecordPrint(all, language, clock.instant());
    }

    private HealthRecord record() {
        return records.integratedBy(caller.personId())
                .orElseThrow(() -> Problem.notFound().raise());
    }

    private static Response pdf(byte[] bytes, Locale language) {
        return Response.ok(bytes)
                .header("Cache-Control", "no-store")
                .header("Content-Language", language.toLanguageTag())
                .header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
