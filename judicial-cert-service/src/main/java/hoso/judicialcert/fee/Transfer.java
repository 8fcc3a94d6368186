package hoso.judicialcert.fee;

import java.time.Instant;

/// Money that arrived, as the bank told it.
///
/// @param id the bank's number of the transaction: the same one told twice is one transfer
/// @param amount in đồng
/// @param content the text the payer's bank sent along
public record Transfer(String id, long amount, String content, Instant paidAt) {}
