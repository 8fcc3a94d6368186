/// Tests of the feature log.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.log;
