package hoso.chassis.event;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/// The W3C trace of the command or event at hand, so that a fact can be followed through Kafka.
@RequestScoped
public class Trace {
    private @Nullable String parent;

    /// The `traceparent` that came with the request or event; null when none came.
    public @Nullable String parent() {
        return parent;
    }

    void follow(@Nullable String traceparent) {
        this.parent = traceparent;
    }
}
