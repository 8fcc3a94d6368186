package wrong.market.dill;

/// One of nine features side by side.
class StallDill {}
