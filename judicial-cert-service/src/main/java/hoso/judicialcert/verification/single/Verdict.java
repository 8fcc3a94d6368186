package hoso.judicialcert.verification.single;

import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.proof.offline.OfflineCheck;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/// What is to be thought of what somebody shows.
public sealed interface Verdict {

    /// The word for it.
    Result result();

    /// It is what was issued, and counts.
    record Valid(Issued issued) implements Verdict {
        @Override
        public Result result() {
            return Result.VALID;
        }
    }

    /// It is what was issued, and counts no more: recalled or replaced.
    record Ended(Issued issued, Standing standing, Result result) implements Verdict {}

    /// It is what was issued, but older than it may be for what it is shown for.
    record Expired(Issued issued, LocalDate lastDay) implements Verdict {
        @Override
        public Result result() {
            return Result.EXPIRED_FOR_PURPOSE;
        }
    }

    /// It is not what was issued, or nobody can say.
    record Doubted(Result result, Set<Doubt> doubts) implements Verdict {}

    /// Of what was issued: whether it counts, for what it is shown for.
    static Verdict of(Issued issued, AcceptedAge terms, Instant now) {
        var certificate = issued.certificate();
        return switch (certificate.standing()) {
            case Standing.Revoked revoked -> new Ended(issued, revoked, Result.REVOKED);
            case Standing.Superseded superseded -> new Ended(issued, superseded, Result.SUPERSEDED);
            case Standing.Valid _ ->
                terms.lastDay(Law.dayOf(certificate.issuedAt()))
                        .filter(last -> Law.dayOf(now).isAfter(last))
                        .<Verdict>map(last -> new Expired(issued, last))
                        .orElseGet(() -> new Valid(issued));
        };
    }

    /// Of a document that is not in the register.
    ///
    /// @param doubts of the strict examination
    /// @param isOurs whether it bears the code or number of a certificate of ours, or begins as one
    static Verdict of(Set<Doubt> doubts, boolean isOurs) {
        var all = EnumSet.of(Doubt.NOT_IN_REGISTER);
        all.addAll(doubts);
        if (doubts.isEmpty()) {
            return new Doubted(Result.NOT_IN_LOG, all);
        }
        return new Doubted(isOurs ? Result.ALTERED : OfflineCheck.result(doubts), all);
    }
}
