/// Counter-examples: half of a cycle, and a spy.
@org.jspecify.annotations.NullMarked
package wrong.mill.grain;
