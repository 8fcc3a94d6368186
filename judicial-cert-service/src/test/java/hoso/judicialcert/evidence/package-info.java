/// Tests of the feature evidence.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.evidence;
