package hoso.e2e;

import java.io.PrintStream;

/// Prints the steps of a story with what each got, and knows where the story stands.
final class Narration {
    private final PrintStream out;
    private int step;
    private String part = "gateway";

    Narration(PrintStream out) {
        this.out = out;
    }

    /// The step that is played; 0 before the first.
    int step() {
        return step;
    }

    /// The part that does the work of this step: its log tells of it.
    String part() {
        return part;
    }

    void step(String text, String doneBy) {
        step++;
        part = doneBy;
        out.printf("%n%d. %s%n", step, text);
    }

    void told(String text) {
        out.println("   " + text);
    }

    void say(String text) {
        out.println(text);
    }
}
