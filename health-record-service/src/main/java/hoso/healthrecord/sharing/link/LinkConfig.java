package hoso.healthrecord.sharing.link;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/// Where links lead.
@ConfigMapping(prefix = "health-record.sharing")
interface LinkConfig {

    /// The gateway as recipients reach it.
    URI publicUrl();
}
