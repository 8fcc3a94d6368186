/// When an instance of a service begins to work by itself, and the one switch, `hoso.passive`, that keeps it from
/// doing so.
@org.jspecify.annotations.NullMarked
package hoso.chassis.activity;
