package wrong.market.ink;

/// One of nine features side by side.
class StallInk {}
