package wrong.bakery.oven;

import hoso.chassis.event.Received;
import hoso.chassis.event.Subscription;
import jakarta.transaction.Transactional;
import java.util.Set;

/// A listener whose effect stands although the mark in the inbox falls.
class FlourListener implements Subscription {
    @Override
    public String group() {
        return "bakery.flour";
    }

    @Override
    public Set<String> topics() {
        return Set.of("mill.flour.v1");
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void on(Received event) {}
}
