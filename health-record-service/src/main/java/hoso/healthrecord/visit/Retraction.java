package hoso.healthrecord.visit;

import java.time.Instant;

/// That a facility took a visit back: it stays in the history, marked, and what was found is no longer shown.
public record Retraction(Instant at, RetractedBecause because) {}
