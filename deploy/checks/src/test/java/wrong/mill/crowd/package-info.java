/// Counter-example: a package that holds too many types.
@org.jspecify.annotations.NullMarked
package wrong.mill.crowd;
