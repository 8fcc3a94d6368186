/// What the FHIR API can do, told to anybody.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.reading.capability;
