/// The clock: asked for, never read.
@org.jspecify.annotations.NullMarked
package hoso.chassis.time;
