package hoso.judicialcert.request;

import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.fee.PaymentReference;
import hoso.judicialcert.law.Due;

/// What the law of the day of receipt decided about a request, with the names of the rules that decided.
///
/// @param fee what is to be paid: in full until a waiver is granted
/// @param due when it is expected to be decided: later when it was interrupted, harder than thought, or missed
/// @param agency the issuing agency's part of the dossier code
public record Terms(
        String procedure,
        String procedureRule,
        String agency,
        String agencyRule,
        Fee fee,
        PaymentReference paymentReference,
        Due due) {

    Terms with(Fee other) {
        return new Terms(procedure, procedureRule, agency, agencyRule, other, paymentReference, due);
    }

    Terms with(Due other) {
        return new Terms(procedure, procedureRule, agency, agencyRule, fee, paymentReference, other);
    }
}
