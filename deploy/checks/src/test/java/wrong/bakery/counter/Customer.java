package wrong.bakery.counter;

/// Prints a name into every log line it gets into.
record Customer(String fullName, int loaves) {}
