/// Tests of the feature refund.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.refund;
