/// Tests of the feature verification.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.verification;
