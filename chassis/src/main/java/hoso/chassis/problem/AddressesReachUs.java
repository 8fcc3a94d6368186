package hoso.chassis.problem;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/// Lets addresses that cannot be decoded reach [DoorProblems]. Quarkus answers them with a bare 400 before any handler
/// of an application, unless this system property is set when its HTTP server is made; the builder of the
/// configuration is the one place of ours that runs before that, in tests and in production.
public class AddressesReachUs implements SmallRyeConfigBuilderCustomizer {

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
