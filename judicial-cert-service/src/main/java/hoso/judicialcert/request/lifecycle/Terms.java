package hoso.judicialcert.request.lifecycle;

import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.fee.PaymentReference;
import hoso.judicialcert.law.Deadline;
import hoso.judicialcert.law.DeadlineKind;
import java.time.Instant;

/// What the law of the day of receipt decided about a request, with the names of the rules that decided.
///
/// @param fee what is to be paid: in full until a waiver is granted
/// @param limit how much time there is to decide
/// @param from when that time begins: with the receipt, or where something was to be paid, when it came in
/// @param due when it is expected to be decided: later when it was interrupted, harder than thought, or missed
/// @param agency the issuing agency's part of the dossier code
public record Terms(
        String procedure,
        String procedureRule,
        String agency,
        String agencyRule,
        Fee fee,
        PaymentReference paymentReference,
        DeadlineKind limit,
        Instant from,
        Deadline due) {

    Terms with(Fee other) {
        return new Terms(procedure, procedureRule, agency, agencyRule, other, paymentReference, limit, from, due);
    }

    Terms with(Deadline other) {
        return with(limit, from, other);
    }

    Terms with(DeadlineKind other, Instant begin, Deadline end) {
        return new Terms(procedure, procedureRule, agency, agencyRule, fee, paymentReference, other, begin, end);
    }
}
