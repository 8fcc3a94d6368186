package wrong.market.cheese;

/// One of nine features side by side.
class StallCheese {}
