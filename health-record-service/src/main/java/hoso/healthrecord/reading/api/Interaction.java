package hoso.healthrecord.reading.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Which interaction of FHIR a route is. The CapabilityStatement is made of these.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Interaction {
    /// A code of HL7's list of interactions (`read`, `search-type`), or an operation with its `$`.
    String value();
}
