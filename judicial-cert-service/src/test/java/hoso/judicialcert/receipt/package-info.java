/// Tests of the feature receipt.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.receipt;
