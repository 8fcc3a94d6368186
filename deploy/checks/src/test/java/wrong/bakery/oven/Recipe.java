package wrong.bakery.oven;

/// Thirteen fields in one record.
record Recipe(
        int flour,
        int water,
        int salt,
        int yeast,
        int oil,
        int malt,
        int rye,
        int seeds,
        int hours,
        int degrees,
        int steam,
        int loaves,
        int sugar) {}
