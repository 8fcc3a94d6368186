package hoso.notification.delivery;

/// How a message reaches a citizen.
public enum Channel {
    EMAIL,
    POST,
    IN_APP
}
