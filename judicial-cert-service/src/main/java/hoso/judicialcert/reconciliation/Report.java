package hoso.judicialcert.reconciliation;

import hoso.judicialcert.reconciliation.Comparison.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What came of a file of the bank.
record Report(LocalDate day, String digest, int count, long total, Instant readAt, List<Line> lines) {}
