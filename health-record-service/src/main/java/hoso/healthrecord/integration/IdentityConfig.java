package hoso.healthrecord.integration;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/// Where identity-service is.
@ConfigMapping(prefix = "health-record.identity")
interface IdentityConfig {
    URI url();
}
