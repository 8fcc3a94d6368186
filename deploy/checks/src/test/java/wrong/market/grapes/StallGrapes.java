package wrong.market.grapes;

/// One of nine features side by side.
class StallGrapes {}
