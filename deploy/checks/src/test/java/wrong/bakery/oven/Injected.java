package wrong.bakery.oven;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/// Is given what it needs behind its back.
class Injected {
    @Inject
    @Nullable
    Loaf loaf;
}
