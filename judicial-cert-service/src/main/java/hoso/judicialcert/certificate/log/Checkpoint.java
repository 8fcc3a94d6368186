package hoso.judicialcert.certificate.log;

import java.time.Instant;

/// The state of the log at a moment, signed.
///
/// @param size how many entries it had
/// @param root the hash of the tree over them
/// @param statement JWS with that content, for whoever wants to keep it
public record Checkpoint(long size, byte[] root, Instant at, String statement) {}
