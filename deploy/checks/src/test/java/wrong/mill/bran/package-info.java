/// Counter-example: half of a circle of features.
@org.jspecify.annotations.NullMarked
package wrong.mill.bran;
