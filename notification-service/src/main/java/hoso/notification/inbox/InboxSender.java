package hoso.notification.inbox;

import hoso.notification.delivery.Delivery;
import hoso.notification.delivery.Outcome;
import hoso.notification.delivery.Policy;
import hoso.notification.delivery.Sender;
import jakarta.enterprise.context.ApplicationScoped;

/// Messages in the app. [InboxResource] renders them when they are read.
@ApplicationScoped
class InboxSender implements Sender {

    @Override
    public Policy policy() {
        return new InboxPolicy();
    }

    @Override
    public Outcome send(Delivery delivery) {
        return new Outcome.Accepted(null, null);
    }
}
