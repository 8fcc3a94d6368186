package hoso.judicialcert.officer.queue;

import hoso.judicialcert.person.OfficerId;
import java.time.Instant;

/// Who works on a case, and until when it is theirs.
public record CaseClaim(OfficerId officer, Instant until) {}
