package hoso.notification.delivery;

/// A channel: all that is particular to it stands in its folder, behind this.
public interface Sender {

    Policy policy();

    default Channel channel() {
        return policy().channel();
    }

    /// Renders a message and hands it over to whoever carries it. Called outside of any transaction, at most once
    /// per attempt; tells precisely how far it came, because only what surely was not accepted may be sent again
    /// freely.
    Outcome send(Delivery delivery);
}
