package hoso.judicialcert.agency;

import hoso.judicialcert.certificate.issue.Standing;
import java.time.Instant;

/// What stands in the way of an agency.
sealed interface AgencyRefusal {

    /// No rule in force lets this organisation see this, for this procedure and on this ground.
    record NoLegalBasis() implements AgencyRefusal {}

    /// As many answers as the rule gives a day.
    record QuotaUsed(Instant resetsAt) implements AgencyRefusal {}

    record NoSuchCertificate() implements AgencyRefusal {}

    /// Its standing is told, the document is not handed out.
    record NoLongerCounts(Standing standing) implements AgencyRefusal {}
}
