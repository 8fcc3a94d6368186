/// What of a record its owner may hand on, by the owner's choice.
@Adapter(value = "tells the kinds of FHIR resources", knows = "com.fasterxml.jackson")
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.sharing.content;

import hoso.chassis.layer.Adapter;
