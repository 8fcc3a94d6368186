package hoso.healthrecord.reading.api;

import hoso.chassis.caller.Caller;
import hoso.chassis.problem.Language;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.hiv.HivRules;
import hoso.healthrecord.reading.resource.FhirConfig;
import hoso.healthrecord.reading.summary.ReadSummary;
import hoso.healthrecord.record.HealthRecord;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The citizen's own record by FHIR R4. What is somebody else's answers as what does not exist.
@Path("/fhir")
@RunOnVirtualThread
@Produces({FhirResource.JSON, "application/json"})
class FhirResource {
    static final String JSON = "application/fhir+json";

    private final ReadOwnRecord records;
    private final ReadSummary summaries;
    private final Caller caller;
    private final FhirBundles bundles;

    FhirResource(ReadOwnRecord records, ReadSummary summaries, Caller caller, FhirConfig config) {
        this.records = records;
        this.summaries = summaries;
        this.caller = caller;
        this.bundles = new FhirBundles(config.base());
    }

    @GET
    @Path("/{type}")
    @RolesAllowed("citizen")
    @Interaction("search-type")
    public Response search(
            @PathParam("type") String type,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context UriInfo uri) {
        caller.requireStepUp();
        return found(type, query(uri), known);
    }

    /// The same by the compartment of the patient: `Patient/{id}/Observation?code=…`.
    @GET
    @Path("/Patient/{id}/{type}")
    @RolesAllowed("citizen")
    @Interaction("search-type")
    public Response compartment(
            @PathParam("id") String id,
            @PathParam("type") String type,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context UriInfo uri) {
        caller.requireStepUp();
        var query = query(uri);
        query.put("patient", List.of(id));
        return found(type, query, known);
    }

    @GET
    @Path("/Patient/{id}/$everything")
    @RolesAllowed("citizen")
    @Interaction("$everything")
    public Response everything(@PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String known) {
        caller.requireStepUp();
        var tag = tag(id);
        if (tag.equals(known)) {
            return unchanged(tag);
        }
        return answer(bundles.everything(whole().entries()).toString(), tag).build();
    }

    /// The International Patient Summary, in the language of the caller.
    @GET
    @Path("/Patient/{id}/$summary")
    @RolesAllowed("citizen")
    @Interaction("$summary")
    public Response summary(
            @PathParam("id") String id,
            @HeaderParam("If-None-Match") @Nullable String known,
            @HeaderParam("Accept-Language") @Nullable String wanted) {
        caller.requireStepUp();
        var head = head(id);
        var language = Language.of(wanted);
        var tag = "W/\"" + head.version() + "-" + HivRules.VERSION + "-" + language.toLanguageTag() + "\"";
        if (tag.equals(known)) {
            return unchanged(tag);
        }
        return Response.ok(summaries.of(head.id(), head.version(), language), JSON)
                .header("Cache-Control", "no-store")
                .header("Content-Language", language.toLanguageTag())
                .header("ETag", tag)
                .build();
    }

    @GET
    @Path("/{type}/{id}")
    @RolesAllowed("citizen")
    @Interaction("read")
    public Response read(
            @PathParam("type") String type,
            @PathParam("id") String id,
            @HeaderParam("If-None-Match") @Nullable String known) {
        caller.requireStepUp();
        var entry = whole().find(type(type), id).orElseThrow(() -> gone(type, id));
        var tag = "W/\"" + entry.version() + "\"";
        if (tag.equals(known)) {
            return unchanged(tag);
        }
        return answer(entry.resource().toString(), tag)
                .lastModified(Date.from(entry.receivedAt()))
                .build();
    }

    @GET
    @Path("/{type}/{id}/_history")
    @RolesAllowed("citizen")
    @Interaction("history-instance")
    public Response history(@PathParam("type") String type, @PathParam("id") String id) {
        caller.requireStepUp();
        var versions = records.versions(caller.personId(), type(type), id);
        if (versions.isEmpty()) {
            throw Problem.notFound().raise();
        }
        return answer(bundles.history(type + "/" + id, versions).toString(), null)
                .build();
    }

    @GET
    @Path("/{type}/{id}/_history/{version}")
    @RolesAllowed("citizen")
    @Interaction("vread")
    public Response version(
            @PathParam("type") String type, @PathParam("id") String id, @PathParam("version") String version) {
        caller.requireStepUp();
        var found = records.versions(caller.personId(), type(type), id).stream()
                .filter(one -> String.valueOf(one.of().version()).equals(version))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().raise());
        if (found.entry() == null) {
            throw Problem.of(410, "resource-gone").raise();
        }
        return answer(found.entry().resource().toString(), "W/\"" + found.of().version() + "\"")
                .build();
    }

    private Response found(String type, Map<String, List<String>> query, @Nullable String known) {
        var search = switch (Search.of(type(type), query)) {
            case Search.Asked.Understood(var understood) -> understood;
            case Search.Asked.Unknown(var parameter, var names) ->
                throw Problem.of(400, "search-parameter-unknown")
                        .with("parameter", parameter)
                        .with("known", String.join(", ", names))
                        .raise();
            case Search.Asked.Unreadable(var parameter) ->
                throw Problem.of(400, "parameter-unreadable")
                        .with("parameter", parameter)
                        .raise();
        };
        if (search.patient() == null && !type.equals("Patient")) {
            throw Problem.of(400, "search-without-patient").raise();
        }
        var tag = tag(search.patient());
        if (tag.equals(known)) {
            return unchanged(tag);
        }
        var found = search.in(whole().entries());
        return answer(bundles.found(search, found, query).toString(), tag).build();
    }

    /// A validator of everything that the record can answer: it changes with the record and with the rules.
    ///
    /// @param patient whom the caller names, who must be the owner
    private String tag(@Nullable String patient) {
        return "W/\"" + head(patient).version() + "-" + HivRules.VERSION + "\"";
    }

    private HealthRecord head(@Nullable String patient) {
        return records.head(caller.personId())
                .filter(record -> patient == null || record.id().toString().equals(patient))
                .orElseThrow(() -> Problem.notFound().raise());
    }

    private ReadOwnRecord.OwnRecord whole() {
        return records.whole(caller.personId())
                .orElseThrow(() -> Problem.notFound().raise());
    }

    private RuntimeException gone(String type, String id) {
        return records.versions(caller.personId(), type, id).isEmpty()
                ? Problem.notFound().raise()
                : Problem.of(410, "resource-gone").raise();
    }

    private static String type(String type) {
        if (!SearchParameter.knows(type)) {
            throw Problem.notFound().raise();
        }
        return type;
    }

    private static Map<String, List<String>> query(UriInfo uri) {
        return new LinkedHashMap<>(uri.getQueryParameters());
    }

    private static Response unchanged(String tag) {
        return Response.notModified().header("ETag", tag).build();
    }

    private static Response.ResponseBuilder answer(String body, @Nullable String tag) {
        var answer = Response.ok(body, JSON).header("Cache-Control", "no-store");
        return tag == null ? answer : answer.header("ETag", tag);
    }
}
