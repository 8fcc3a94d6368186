package hoso.notification.delivery;

/// Hears, in the same transaction, that a message was sent.
public interface FollowUp {

    void sent(Delivery delivery);
}
