package hoso.judicialcert.law;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The law as it is packaged, for tests.
public final class Laws {
    private static final Path FOLDER = Path.of("src/main/resources/law");

    private Laws() {}

    public static Law packaged() {
        return Law.read(Laws::open);
    }

    public static Reader open(String file) {
        try {
            return Files.newBufferedReader(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
