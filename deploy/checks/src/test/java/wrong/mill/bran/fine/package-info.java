/// Counter-example: the other half of the circle.
@org.jspecify.annotations.NullMarked
package wrong.mill.bran.fine;
