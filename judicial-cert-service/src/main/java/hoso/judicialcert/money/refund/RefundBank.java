package hoso.judicialcert.money.refund;

import hoso.judicialcert.fee.Payer;
import hoso.judicialcert.money.refund.Refund.Answer;
import java.util.UUID;

/// The bank that pays back. It answers always; what it could not be asked is [Answer.NoAnswer].
interface RefundBank {

    /// Orders money to be paid back: under one key once, however often it is ordered.
    Answer order(UUID key, long amount, Payer target, String transaction);

    /// What came of the order with this key.
    Answer ask(UUID key);
}
