/// Counter-examples: classes that know, read or hand out what they must not.
@org.jspecify.annotations.NullMarked
package wrong.bakery.oven;
