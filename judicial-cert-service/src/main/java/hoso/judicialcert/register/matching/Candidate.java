package hoso.judicialcert.register.matching;

import hoso.judicialcert.register.conviction.Entry;

/// What in the register may be to be told of the person asked for, beside what agrees and what differs: an entry of
/// somebody who may be them, or the words of a court that may be a ban.
public record Candidate(Entry entry, Comparison comparison) {}
