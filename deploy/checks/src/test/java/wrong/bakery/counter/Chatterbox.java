package wrong.bakery.counter;

import hoso.chassis.personal.Sensitive;

/// Says it hides itself and prints everything.
public record Chatterbox(String fullName, int loaves) implements Sensitive {}
