package wrong.market.eggs;

/// One of nine features side by side.
class StallEggs {}
