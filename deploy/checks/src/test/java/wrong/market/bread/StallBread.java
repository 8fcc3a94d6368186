package wrong.market.bread;

/// One of nine features side by side.
class StallBread {}
