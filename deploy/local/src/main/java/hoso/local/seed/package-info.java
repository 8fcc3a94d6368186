/// The people of the demo and what is known of them before the first click.
@org.jspecify.annotations.NullMarked
package hoso.local.seed;
