package hoso.notification.delivery;

/// Hands messages of one channel over to whoever carries them. Called outside of any transaction, at most once per
/// attempt; tells precisely how far it came, because only what surely was not accepted may be sent again freely.
public interface Sender {

    Channel channel();

    Outcome send(Delivery delivery);
}
