package hoso.bench.kill;

/// What is killed.
enum Target {
    /// The replica that relays at that moment.
    RELAYING,
    /// The replica that stands by. It takes commands as well.
    STANDBY,
    /// The service that takes the facts in.
    CONSUMER,
    KAFKA,
    POSTGRES
}
