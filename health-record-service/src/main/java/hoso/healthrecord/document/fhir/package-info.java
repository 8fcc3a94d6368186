/// Bundles of FHIR R4: what they say of a visit, and how they are handed out.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.document.fhir;
