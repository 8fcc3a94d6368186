package hoso.judicialcert.request.lifecycle;

/// A request has reached a status at which a worker has something to do; heard by workers after the commit.
public record Reached(Status status) {}
