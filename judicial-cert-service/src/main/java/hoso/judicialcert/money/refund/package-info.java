/// Money that is owed back, and its way to the payer: ordered once, asked about when nothing is known, never sent
/// twice.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.money.refund;
