/// Counter-examples: the other half of the cycle.
@org.jspecify.annotations.NullMarked
package wrong.mill.flour;
