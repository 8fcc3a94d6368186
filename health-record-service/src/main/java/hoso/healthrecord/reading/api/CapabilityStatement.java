package hoso.healthrecord.reading.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// What the API can do, made of its routes and of the search parameters: what is not offered is not told, and what
/// is offered is.
public final class CapabilityStatement {
    /// Where HL7 defines the operations.
    private static final Map<String, String> OPERATIONS = Map.of(
            "$everything", "http://hl7.org/fhir/OperationDefinition/Patient-everything",
            "$summary", "http://hl7.org/fhir/uv/ips/OperationDefinition/summary");

    private CapabilityStatement() {}

    /// The statement as JSON.
    ///
    /// @param base address of the API as its callers know it
    public static String of(String base) {
        return of(FhirResource.class, base).toString();
    }

    private static ObjectNode of(Class<?> routes, String base) {
        var interactions = Arrays.stream(routes.getMethods())
                .map(method -> method.getAnnotation(Interaction.class))
                .filter(Objects::nonNull)
                .map(Interaction::value)
                .distinct()
                .sorted()
                .toList();
        var statement = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "CapabilityStatement")
                .put("status", "active")
                .put("date", "2026-12-01")
                .put("kind", "instance");
        statement.putObject("software").put("name", "health-record-service");
        statement
                .putObject("implementation")
                .put(
                        "description",
                        "Sổ sức khỏe điện tử của một người dân; the electronic health record of one citizen")
                .put("url", base);
        statement.put("fhirVersion", "4.0.1");
        statement.putArray("format").add("application/fhir+json");
        var rest = statement.putArray("rest").addObject().put("mode", "server");
        rest.putObject("security")
                .put(
                        "description",
                        "OAuth 2 bearer token of the citizen, account level 2, passcode given within five minutes")
                .putArray("service")
                .addObject()
                .putArray("coding")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/restful-security-service")
                .put("code", "OAuth");
        var resources = rest.putArray("resource");
        SearchParameter.types().forEach(type -> resources.add(resource(type, interactions)));
        return statement;
    }

    private static ObjectNode resource(String type, List<String> interactions) {
        var resource = JsonNodeFactory.instance.objectNode().put("type", type);
        var offered = resource.putArray("interaction");
        interactions.stream()
                .filter(one -> !one.startsWith("$"))
                .forEach(one -> offered.addObject().put("code", one));
        resource.put("versioning", "versioned").put("readHistory", true);
        var parameters = resource.putArray("searchParam");
        if (!type.equals("Patient")) {
            parameters.addObject().put("name", "patient").put("type", "reference");
        }
        SearchParameter.of(type)
                .values()
                .forEach(parameter -> parameters
                        .addObject()
                        .put("name", parameter.name())
                        .put("type", parameter.kind().name().toLowerCase(Locale.ROOT)));
        if (type.equals("Patient")) {
            var operations = resource.putArray("operation");
            interactions.stream()
                    .filter(OPERATIONS::containsKey)
                    .forEach(one -> operations
                            .addObject()
                            .put("name", one.substring(1))
                            .put("definition", OPERATIONS.get(one)));
        }
        return resource;
    }
}
