/// Who counts something before adding to it takes turns.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.work;
