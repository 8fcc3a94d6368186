package hoso.judicialcert.law;

import java.time.Instant;

/// Until when, and which rule says so.
public record Deadline(Instant at, String rule) {}
