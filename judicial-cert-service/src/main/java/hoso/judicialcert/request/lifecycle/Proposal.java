package hoso.judicialcert.request.lifecycle;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.person.OfficerId;
import java.util.List;
import java.util.UUID;

/// What one officer found, for another to approve.
///
/// @param judgments those of other numbers that the officer found to be the applicant's
/// @param seen all that the register had to show then, as `id@version`: what it shows later, or otherwise, was not
/// decided upon
public record Proposal(OfficerId officer, Verdict verdict, String reason, List<UUID> judgments, List<String> seen)
        implements Sensitive {

    /// What is to become of the request.
    public enum Verdict {
        ISSUE,
        DECLINE
    }

    public Proposal {
        judgments = List.copyOf(judgments);
        seen = List.copyOf(seen);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
