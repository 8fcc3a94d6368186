/// Tests of the feature reconciliation.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.reconciliation;
