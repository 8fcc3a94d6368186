package hoso.judicialcert.desk;

import hoso.judicialcert.request.OfficerId;
import java.time.Instant;

/// Who works on a case, and until when it is theirs.
record Claim(OfficerId officer, Instant until) {}
