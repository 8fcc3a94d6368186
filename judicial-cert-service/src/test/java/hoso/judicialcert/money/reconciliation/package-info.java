/// Tests.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.money.reconciliation;
