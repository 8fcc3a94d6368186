/// Work that goes on after the answer was given, one case at a time.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.work;
