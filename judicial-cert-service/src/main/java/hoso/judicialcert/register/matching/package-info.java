/// Whether an entry of the register speaks of the person who is asked about, and what is said of them.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.register.matching;
