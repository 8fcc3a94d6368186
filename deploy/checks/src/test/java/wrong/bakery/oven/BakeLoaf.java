package wrong.bakery.oven;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/// A use case that knows a JSON library.
@ApplicationScoped
class BakeLoaf {
    Loaf bake() {
        return new Loaf(new ObjectMapper().createObjectNode());
    }
}
