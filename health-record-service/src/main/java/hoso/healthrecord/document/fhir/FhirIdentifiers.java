package hoso.healthrecord.document.fhir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;

/// The identifier systems that are taken, by what they name. They are data: the published guides still change.
final class FhirIdentifiers {
    static final Set<String> PERSON = systems("person");
    static final Set<String> FACILITY = systems("facility");
    static final Set<String> EPISODE = systems("episode");

    private FhirIdentifiers() {}

    private static Set<String> systems(String name) {
        return Set.of(Resources.load("/fhir-identifier-systems.properties")
                .getProperty(name)
                .split("\\s+", -1));
    }

    /// Data of this package.
    static final class Resources {
        private Resources() {}

        static Properties load(String path) {
            var properties = new Properties();
            try (var in = FhirIdentifiers.class.getResourceAsStream(path)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return properties;
        }
    }
}
