package wrong.mill.bran;

import wrong.mill.bran.fine.Dust;

/// Knows dust, which knows husks: a circle inside one area.
public record Husk(Dust dust) {}
