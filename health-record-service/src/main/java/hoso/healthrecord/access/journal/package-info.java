/// Who looked into a record: one chain of entries per record, written where the reading happens.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.access.journal;
