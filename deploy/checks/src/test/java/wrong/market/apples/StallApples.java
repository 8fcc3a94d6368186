package wrong.market.apples;

/// One of nine features side by side.
class StallApples {}
