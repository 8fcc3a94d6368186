/// The judicial record register: what courts decided, kept for ever, and whether it speaks of a person.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.register;
