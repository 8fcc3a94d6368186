/// Counter-example: one of nine features that no second area groups.
@org.jspecify.annotations.NullMarked
package wrong.market.figs;
