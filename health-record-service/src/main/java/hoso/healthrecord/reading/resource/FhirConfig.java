package hoso.healthrecord.reading.resource;

import io.smallrye.config.ConfigMapping;

/// How the API names itself.
@ConfigMapping(prefix = "health-record.fhir")
public interface FhirConfig {
    /// Address of the API as callers know it, through the gateway, without a slash at its end.
    String base();
}
