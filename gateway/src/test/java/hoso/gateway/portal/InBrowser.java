package hoso.gateway.portal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// Pages in a real browser, one for all tests of a class.
abstract class InBrowser {

    @TempDir
    static @Nullable Path folder;

    private static @Nullable Browser started;

    @BeforeAll
    static void startBrowser() throws Exception {
        var program = Browser.program();
        assumeTrue(program.isPresent(), "no Chromium on this machine");
        started = Browser.start(program.get(), Objects.requireNonNull(folder));
    }

    @AfterAll
    static void endBrowser() {
        if (started != null) {
            started.close();
            started = null;
        }
    }

    static Browser browser() {
        return Objects.requireNonNull(started);
    }
}
