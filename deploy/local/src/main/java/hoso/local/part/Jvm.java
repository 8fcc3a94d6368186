package hoso.local.part;

import java.nio.file.Path;

/// The Java this program runs on; the parts run on the same.
public final class Jvm {
    private Jvm() {}

    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
