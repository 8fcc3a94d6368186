package wrong.mill.grain;

import wrong.mill.flour.Flour;

/// Knows flour, which knows grain.
public record Grain(String field) {
    public Flour ground() {
        return new Flour(this);
    }
}
