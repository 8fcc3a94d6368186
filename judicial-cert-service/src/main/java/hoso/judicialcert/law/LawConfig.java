package hoso.judicialcert.law;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the files of the law are.
@ConfigMapping(prefix = "judicial-cert.law")
interface LawConfig {

    /// A folder whose files go before the packaged ones: a new decree is a new file, not a new release.
    Optional<Path> folder();

    /// Reads the law once, at the start.
    class Reading {

        @Produces
        @Singleton
        LawFiles files(LawConfig config) {
            return file -> open(config, file);
        }

        @Produces
        @Singleton
        Law law(LawFiles files) {
            return Law.read(files);
        }

        private static Reader open(LawConfig config, String file) {
            try {
                var own = config.folder().map(folder -> folder.resolve(file)).filter(Files::isReadable);
                if (own.isPresent()) {
                    return Files.newBufferedReader(own.get());
                }
                var packaged = Thread.currentThread().getContextClassLoader().getResourceAsStream("law/" + file);
                if (packaged == null) {
                    throw new IOException("the law has no file " + file);
                }
                return new InputStreamReader(packaged, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
