/// The launcher: starts every part as its own process, watches it, restarts it, ends it.
@org.jspecify.annotations.NullMarked
package hoso.local.up;
