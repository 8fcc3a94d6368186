package wrong.bakery.oven;

/// Needs nine things to begin.
class Kitchen {
    private final int needs;

    Kitchen(int flour, int water, int salt, int yeast, int oven, int bowl, int board, int scale, int towel) {
        needs = flour + water + salt + yeast + oven + bowl + board + scale + towel;
    }

    int needs() {
        return needs;
    }
}
