package hoso.chassis.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/// Where the keys of this service are. In production the folder is a mounted secret.
@ConfigMapping(prefix = "hoso.vault")
interface VaultConfig {

    /// Folder with `vault.key` and `lookup.key`, each 32 random bytes in base64.
    Path keys();

    /// How long an opened data key may stay in memory, which is also how long other replicas may go on reading after
    /// a subject was forgotten.
    @WithDefault("60s")
    Duration cache();
}
