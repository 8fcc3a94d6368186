/// Identifiers: the one place where randomness is asked for.
@org.jspecify.annotations.NullMarked
package hoso.chassis.id;
