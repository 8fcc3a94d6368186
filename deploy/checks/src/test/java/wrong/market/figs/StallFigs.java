package wrong.market.figs;

/// One of nine features side by side.
class StallFigs {}
