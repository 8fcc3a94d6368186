package hoso.identity.identification;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/// How often one citizen may ask about others in vain.
@ConfigMapping(prefix = "identity.identification")
interface IdentificationConfig {

    int attempts();

    Duration window();
}
