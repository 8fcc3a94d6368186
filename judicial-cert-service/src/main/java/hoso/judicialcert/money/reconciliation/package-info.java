/// The bank's file of a day against our books: what call-backs missed is booked, each difference is reported.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.money.reconciliation;
