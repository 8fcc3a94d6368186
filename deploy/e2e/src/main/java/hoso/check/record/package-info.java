/// Checks of the health record: what hospitals send through the gateway, and what its owner reads of it.
@org.jspecify.annotations.NullMarked
package hoso.check.record;
