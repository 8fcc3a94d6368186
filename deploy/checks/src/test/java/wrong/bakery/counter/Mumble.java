package wrong.bakery.counter;

/// Says something in a line that was longer than the formatter lets a line be, and which it therefore cut where it
/// ended
/// so that the rest of the paragraph stands apart.
record Mumble(int loaves) {}
