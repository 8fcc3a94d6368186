package wrong.bakery.oven;

import com.fasterxml.jackson.databind.JsonNode;

/// A core that knows a JSON library.
record Loaf(JsonNode crumbs) {}
