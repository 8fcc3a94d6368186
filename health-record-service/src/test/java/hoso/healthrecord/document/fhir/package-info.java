/// Tests of what is inside the readers of bundles.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.document.fhir;
