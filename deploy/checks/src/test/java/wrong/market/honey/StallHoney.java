package wrong.market.honey;

/// One of nine features side by side.
class StallHoney {}
