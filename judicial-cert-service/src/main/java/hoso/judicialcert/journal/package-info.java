/// Who looked: every access by somebody else, written where it happens and read by the one it was about.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.journal;
