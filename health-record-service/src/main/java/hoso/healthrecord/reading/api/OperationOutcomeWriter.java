package hoso.healthrecord.reading.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/// Tells the problems of the FHIR routes as FHIR does: an OperationOutcome, with the same status and texts.
@Provider
class OperationOutcomeWriter implements ContainerResponseFilter {
    /// HL7's issue types.
    private static final Map<Integer, String> CODES = Map.of(
            400, "invalid",
            401, "login",
            403, "forbidden",
            404, "not-found",
            405, "not-supported",
            406, "not-supported",
            410, "deleted",
            429, "throttled",
            503, "transient");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var path = request.getUriInfo().getPath();
        if (path.startsWith("/fhir/")
                && response.getStatus() >= 400
                && response.getEntity() instanceof Map<?, ?> told) {
            response.setEntity(outcome(response.getStatus(), told), null, MediaType.valueOf(FhirResource.JSON));
        }
    }

    private static String outcome(int status, Map<?, ?> problem) {
        var outcome = JsonNodeFactory.instance.objectNode().put("resourceType", "OperationOutcome");
        var issue = outcome.putArray("issue").addObject();
        issue.put("severity", "error").put("code", CODES.getOrDefault(status, "exception"));
        var details = issue.putObject("details");
        details.putArray("coding")
                .addObject()
                .put("system", "urn:vn:hoso:problem")
                .put("code", slug(String.valueOf(problem.get("type"))));
        details.put("text", String.valueOf(problem.get("title")));
        var detail = problem.get("detail");
        if (detail != null) {
            issue.put("diagnostics", detail.toString());
        }
        return outcome.toString();
    }

    private static String slug(String type) {
        return type.substring(type.indexOf('#') + 1);
    }
}
