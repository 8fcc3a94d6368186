/// The citizen's own record by the RESTful API of FHIR R4: read, versions, history, search and everything.
@hoso.chassis.layer.Adapter(value = "answers in FHIR", knows = "com.fasterxml.jackson")
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.reading.api;
