package wrong.bakery.oven;

import hoso.chassis.event.Received;

/// Hands an event on past the inbox.
class Gossip {
    void tell(FlourListener listener, Received event) {
        listener.on(event);
    }
}
