/// Tests of the feature typeface.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.typeface;
