package hoso.bench.parts;

import java.io.IOException;
import java.io.OutputStream;

/// Ends this process when its parent is gone: the parent holds the other end of standard input.
public final class Lifeline {

    private Lifeline() {}

    public static void hold() {
        Thread.ofPlatform().daemon().name("lifeline").start(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException _) {
                // A broken pipe says the same as a closed one.
            }
            Runtime.getRuntime().halt(0);
        });
    }
}
