/// Digests.
@org.jspecify.annotations.NullMarked
package hoso.chassis.hash;
