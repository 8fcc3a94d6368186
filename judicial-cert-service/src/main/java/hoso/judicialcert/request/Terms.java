package hoso.judicialcert.request;

import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.fee.PaymentReference;
import hoso.judicialcert.law.Due;

/// What the law of the day of receipt decided about a request, with the names of the rules that decided.
///
/// @param agency the issuing agency's part of the dossier code
public record Terms(
        String procedure,
        String procedureRule,
        String agency,
        String agencyRule,
        Fee fee,
        PaymentReference paymentReference,
        Due due) {}
