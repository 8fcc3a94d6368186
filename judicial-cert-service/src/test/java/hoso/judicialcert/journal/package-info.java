/// Tests of the feature journal.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.journal;
