package wrong.mill.flour;

import wrong.mill.grain.Grain;

/// Knows grain, which knows flour.
public record Flour(Grain from) {}
