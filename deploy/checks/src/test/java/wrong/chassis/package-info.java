/// Counter-examples: a chassis that speaks of the business.
@org.jspecify.annotations.NullMarked
package wrong.chassis;
