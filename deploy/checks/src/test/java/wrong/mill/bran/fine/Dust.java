package wrong.mill.bran.fine;

import org.jspecify.annotations.Nullable;
import wrong.mill.bran.Husk;

/// Knows husks, which know dust.
public record Dust(@Nullable Husk from) {}
