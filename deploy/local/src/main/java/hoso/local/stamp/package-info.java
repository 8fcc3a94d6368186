/// A time-stamp authority of the sandbox.
@org.jspecify.annotations.NullMarked
package hoso.local.stamp;
