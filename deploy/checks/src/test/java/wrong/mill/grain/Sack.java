package wrong.mill.grain;

/// A sack of grain; another type of the same name holds flour.
record Sack(Grain in) {}
