package hoso.judicialcert.sharing.recheck;

import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.law.CertificateKind;
import java.time.Instant;

/// What stands in the way of a consent, or of asking again.
sealed interface RecheckRefusal {

    record NoSuchCertificate() implements RecheckRefusal {}

    /// The law lets nobody hand this kind on, nor ask about it.
    record KindNotShareable(CertificateKind kind, String rule) implements RecheckRefusal {}

    record NoLongerCounts(Standing standing) implements RecheckRefusal {}

    /// Issued before what the register gave was kept.
    record NotComparable() implements RecheckRefusal {}

    record OutOfBounds(int maxDays) implements RecheckRefusal {}

    /// The holder saw another text than the one in force.
    record TextNotInForce(String inForce) implements RecheckRefusal {}

    /// Asked often enough for today.
    record QuotaUsed(Instant resetsAt) implements RecheckRefusal {}
}
