package hoso.judicialcert;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// The settings as they are packaged, for tests without Quarkus.
public final class Settings {
    private Settings() {}

    public static JudicialCertConfig packaged() {
        try {
            var packaged =
                    Path.of("src/main/resources/application.properties").toUri().toURL();
            return new SmallRyeConfigBuilder()
                    // What other mappings read is not checked here.
                    .withValidateUnknown(false)
                    .addDefaultInterceptors()
                    .withConverter(Duration.class, 200, new DurationConverter())
                    .withMapping(JudicialCertConfig.class)
                    .withMappingIgnore("judicial-cert.**")
                    .withSources(
                            new PropertiesConfigSource(packaged),
                            new PropertiesConfigSource(Map.of("BANK_CALLBACK_SECRET", "of-no-bank"), "test", 500))
                    .withProfile("test")
                    .build()
                    .getConfigMapping(JudicialCertConfig.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
