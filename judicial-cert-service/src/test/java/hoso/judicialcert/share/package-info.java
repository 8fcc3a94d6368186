/// Tests of the feature share.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.share;
