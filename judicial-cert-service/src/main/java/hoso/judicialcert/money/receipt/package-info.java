/// Receipts for fees (biên lai thu phí): one per request that was paid for, numbered without gaps.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.money.receipt;
