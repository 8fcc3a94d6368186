/// What the agency states and signs: QR codes, status lists, receipts, the log. Each can be checked with files alone.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.proof.statement;
