package hoso.judicialcert.sharing.share;

import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.law.CertificateKind;

/// What stands in the way of handing a certificate on, or of opening what was handed on.
sealed interface Refusal {

    /// No such certificate, share or secret; or not for the one who asks.
    record Unknown() implements Refusal {}

    /// The law lets nobody hand this kind on.
    record KindNotShareable(CertificateKind kind, String rule) implements Refusal {}

    /// Longer or more often than the law has it.
    record OutOfBounds(int maxDays, int maxUses) implements Refusal {}

    /// So many of this certificate are open already.
    record TooMany(int most) implements Refusal {}

    record NoLongerCounts(Standing standing) implements Refusal {}

    record Over(Share.State state) implements Refusal {}

    record PasscodeNeeded() implements Refusal {}

    record PasscodeWrong(int attemptsLeft) implements Refusal {}

    /// The key of an opening came with another name.
    record KeyReused() implements Refusal {}

    /// A ticket that was used, is too old, or was never given.
    record TicketOver() implements Refusal {}
}
