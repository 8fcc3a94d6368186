package hoso.chassis.testing;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// The settings of a service as its `application.properties` gives them to a test, without starting the service.
public final class Settings {
    private Settings() {}

    /// Reads them, without starting anything.
    ///
    /// @param mapping the interface that reads them
    /// @param others settings that this test gives another value
    public static <T> T of(Class<T> mapping, Map<String, String> others) {
        try {
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .addDiscoveredConverters()
                    .withProfile("test")
                    .withValidateUnknown(false)
                    .withMapping(mapping)
                    .withSources(
                            new PropertiesConfigSource(mapping.getResource("/application.properties"), 100),
                            new PropertiesConfigSource(others, "test", 500))
                    .build()
                    .getConfigMapping(mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
