package wrong.mill.flour;

/// A sack of flour; [wrong.mill.grain.Sack] is something else.
public record Sack(Flour in) {}
