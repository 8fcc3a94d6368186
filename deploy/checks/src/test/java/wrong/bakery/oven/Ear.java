package wrong.bakery.oven;

import hoso.chassis.event.Received;
import hoso.chassis.event.Subscription;
import java.util.Set;

/// A listener that does not say so.
class Ear implements Subscription {
    @Override
    public String group() {
        return "bakery.ear";
    }

    @Override
    public Set<String> topics() {
        return Set.of("mill.flour.v1");
    }

    @Override
    public void on(Received event) {}
}
