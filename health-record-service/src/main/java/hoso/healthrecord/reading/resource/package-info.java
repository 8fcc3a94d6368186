/// A visit as its FHIR R4 resources: the one form from which summary, search, trends, consent and export are
/// derived.
@hoso.chassis.layer.Adapter(
        value = "builds FHIR resources, and knows their units",
        knows = {"com.fasterxml.jackson", "org.fhir.ucum"})
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.reading.resource;
