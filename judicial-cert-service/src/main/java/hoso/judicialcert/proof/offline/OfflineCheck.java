package hoso.judicialcert.proof.offline;

import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.OpenedQr;
import hoso.judicialcert.proof.statement.Result;
import hoso.judicialcert.proof.statement.SignedQr;
import hoso.judicialcert.proof.statement.StatusList;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is to be thought of a paper or a document with the network off: signatures tell whether it is ours, the status
/// list tells whether it counts. What no list young enough tells is undetermined, never valid.
///
/// @param lists status lists at hand, each signed by the agency
/// @param oldest how old a list may be
/// @param maxAgeDays how old the certificate may be; null when the asker does not mind
public record OfflineCheck(
        List<StatusList> lists,
        Instant now,
        Duration oldest,
        @Nullable Integer maxAgeDays) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /// What came of it.
    ///
    /// @param seal what to compare with the page; empty when there is none to be believed
    /// @param statusAge of the list that decided
    public record Verdict(Result result, Set<Doubt> doubts, Optional<SignedQr> seal, Optional<Duration> statusAge) {
        static Verdict of(Result result, Set<Doubt> doubts) {
            return new Verdict(result, doubts, Optional.empty(), Optional.empty());
        }
    }

    /// A paper, by its QR code.
    public Verdict paper(OpenedQr opened) {
        return switch (opened) {
            case OpenedQr.Genuine(var seal) -> standing(seal, EnumSet.noneOf(Doubt.class));
            case OpenedQr.Refused(var doubt) -> Verdict.of(refused(doubt), EnumSet.of(doubt));
        };
    }

    /// A document.
    ///
    /// @param doubts of the strict examination
    /// @param opened the seals in it
    /// @param isLogged whether a proof that the log holds it was given and is right; empty when none was given
    public Verdict document(Set<Doubt> doubts, List<OpenedQr> opened, Optional<Boolean> isLogged) {
        if (!doubts.isEmpty()) {
            return Verdict.of(result(doubts), doubts);
        }
        if (isLogged.isPresent() && !isLogged.get()) {
            return Verdict.of(Result.NOT_IN_LOG, EnumSet.of(Doubt.NOT_IN_LOG));
        }
        var notAsked = isLogged.isPresent() ? EnumSet.noneOf(Doubt.class) : EnumSet.of(Doubt.LOG_NOT_ASKED);
        if (opened.size() == 1 && opened.getFirst() instanceof OpenedQr.Genuine(var seal)) {
            return standing(seal, notAsked);
        }
        notAsked.add(Doubt.NO_SEAL);
        return Verdict.of(Result.STATUS_UNDETERMINED, notAsked);
    }

    /// What doubts about a document come to while nobody can be asked whose it was.
    public static Result result(Set<Doubt> doubts) {
        if (doubts.equals(EnumSet.of(Doubt.ISSUER_NOT_TRUSTED))) {
            return Result.UNKNOWN_ISSUER;
        }
        if (doubts.equals(EnumSet.of(Doubt.SIGNER_OUT_OF_DATE))) {
            return Result.STATUS_UNDETERMINED;
        }
        var isOfNobody = doubts.contains(Doubt.NO_SIGNATURE)
                || doubts.contains(Doubt.UNREADABLE)
                || doubts.contains(Doubt.TOO_COMPLEX)
                || doubts.contains(Doubt.ISSUER_NOT_TRUSTED);
        return isOfNobody ? Result.UNKNOWN : Result.ALTERED;
    }

    private static Result refused(Doubt doubt) {
        return switch (doubt) {
            case ISSUER_NOT_TRUSTED -> Result.UNKNOWN_ISSUER;
            case SIGNATURE_BROKEN, CHANGED_AFTER_SIGNING, SEAL_OF_ANOTHER -> Result.ALTERED;
            case NOT_IN_REGISTER, NOT_IN_LOG -> Result.NOT_IN_LOG;
            case SIGNER_OUT_OF_DATE, REGISTER_AWAY, STATUS_LIST_MISSING, STATUS_LIST_STALE, SUSPENDED, LOG_NOT_ASKED ->
                Result.STATUS_UNDETERMINED;
            case UNREADABLE, TOO_COMPLEX, NO_SIGNATURE, NO_SEAL -> Result.UNKNOWN;
        };
    }

    private Verdict standing(SignedQr seal, Set<Doubt> doubts) {
        var list = lists.stream()
                .filter(one -> one.covers(seal.statusIndex()))
                .max(Comparator.comparing(StatusList::issuedAt));
        var more = doubts.isEmpty() ? EnumSet.noneOf(Doubt.class) : EnumSet.copyOf(doubts);
        if (list.isEmpty()) {
            more.add(Doubt.STATUS_LIST_MISSING);
            return new Verdict(Result.STATUS_UNDETERMINED, more, Optional.of(seal), Optional.empty());
        }
        var isStale = list.get().isStale(now, oldest);
        if (isStale) {
            more.add(Doubt.STATUS_LIST_STALE);
        }
        var result = switch (list.get().at(seal.statusIndex())) {
            // What was recalled or replaced never counts again: an old list tells that as well as a new one.
            case REVOKED -> Result.REVOKED;
            case SUPERSEDED -> Result.SUPERSEDED;
            case SUSPENDED -> {
                more.add(Doubt.SUSPENDED);
                yield Result.STATUS_UNDETERMINED;
            }
            case VALID ->
                isStale ? Result.STATUS_UNDETERMINED : isTooOld(seal) ? Result.EXPIRED_FOR_PURPOSE : Result.VALID;
        };
        return new Verdict(result, more, Optional.of(seal), list.map(one -> one.age(now)));
    }

    private boolean isTooOld(SignedQr seal) {
        var today = LocalDate.ofInstant(now, ZONE);
        return maxAgeDays != null && seal.issuedOn().plusDays(maxAgeDays).isBefore(today);
    }
}
