package hoso.bench.report;

/// The end of a benchmark.
///
/// @param figures its last line
/// @param isPassed whether everything that must never happen did not happen
public record Outcome(Figures figures, boolean isPassed) {}
