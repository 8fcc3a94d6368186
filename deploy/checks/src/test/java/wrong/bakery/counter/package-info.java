/// Counter-examples: an edge that breaks the rules of edges.
@org.jspecify.annotations.NullMarked
package wrong.bakery.counter;
