package hoso.judicialcert.sharing.share;

import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.law.CertificateKind;

/// What stands in the way of handing a certificate on, or of opening what was handed on.
sealed interface ShareRefusal {

    /// No such certificate, share or secret; or not for the one who asks.
    record Unknown() implements ShareRefusal {}

    /// The law lets nobody hand this kind on.
    record KindNotShareable(CertificateKind kind, String rule) implements ShareRefusal {}

    /// Longer or more often than the law has it.
    record OutOfBounds(int maxDays, int maxUses) implements ShareRefusal {}

    /// So many of this certificate are open already.
    record TooMany(int most) implements ShareRefusal {}

    record NoLongerCounts(Standing standing) implements ShareRefusal {}

    record Over(Share.State state) implements ShareRefusal {}

    record PasscodeNeeded() implements ShareRefusal {}

    record PasscodeWrong(int attemptsLeft) implements ShareRefusal {}

    /// The key of an opening came with another name.
    record KeyReused() implements ShareRefusal {}

    /// A ticket that was used, is too old, or was never given.
    record TicketOver() implements ShareRefusal {}
}
