/// Tests of access.journal.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.access.journal;
