/// Tests of the feature recheck.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.recheck;
