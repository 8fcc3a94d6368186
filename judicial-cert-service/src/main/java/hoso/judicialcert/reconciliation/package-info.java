/// The bank's file of a day against our books: what call-backs missed is booked, what differs is told.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.reconciliation;
