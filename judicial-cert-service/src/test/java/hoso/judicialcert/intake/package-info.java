/// Tests of the feature intake.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.intake;
