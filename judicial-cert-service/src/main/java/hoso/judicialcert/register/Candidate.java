package hoso.judicialcert.register;

/// Somebody in the register who may be the person asked for, beside what agrees and what differs.
public record Candidate(Entry entry, Comparison comparison) {}
