/// Entries of the register as they are kept, imported and corrected.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.register.entry;
