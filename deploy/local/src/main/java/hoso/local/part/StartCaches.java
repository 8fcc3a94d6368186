package hoso.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Files from which a JVM starts faster: written by an earlier run of the same program on the same JDK,
/// ignored otherwise.
public final class StartCaches {

    private final Path folder;

    public StartCaches(Path folder) {
        this.folder = folder;
    }

    /// Class data shared between runs; the JVM checks, writes and replaces the file by itself.
    List<String> shared(String part) {
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve(part + ".jsa"),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-Xlog:aot=off");
    }

    /// Options that use the service's cache, if there is one that fits its present program.
    List<String> service(String name, Path app) throws IOException {
        return fits(name, app) ? List.of("-XX:AOTCache=" + cache(name), "-Xlog:aot=off") : List.of();
    }

    public boolean fits(String name, Path app) throws IOException {
        return Files.exists(cache(name)) && fingerprint(app).equals(written(name));
    }

    public List<String> recording(String name) {
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded(name), "-Xlog:aot=off");
    }

    public List<String> writing(String name) {
        return List.of(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + recorded(name),
                "-XX:AOTCache=" + draft(name),
                "-Xlog:aot=off");
    }

    /// The cache counts only from here on: a half-written one is never used.
    public void finished(String name, String fingerprint) throws IOException {
        Files.deleteIfExists(recorded(name));
        Files.move(draft(name), cache(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(key(name), fingerprint);
    }

    public void forget(String name) throws IOException {
        for (var file : List.of(recorded(name), draft(name), cache(name), key(name))) {
            Files.deleteIfExists(file);
        }
    }

    public boolean isRecorded(String name) {
        return Files.exists(recorded(name));
    }

    public boolean isDrafted(String name) {
        return Files.exists(draft(name));
    }

    /// The JDK and the program: another build of either needs another cache.
    public static String fingerprint(Path app) throws IOException {
        var text = new StringBuilder(System.getProperty("java.vm.version", ""));
        for (var place : List.of("quarkus-run.jar", "app", "quarkus")) {
            try (var files = Files.walk(app.resolve(place))) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    text.append('\n')
                            .append(app.relativize(file))
                            .append(' ')
                            .append(Files.size(file))
                            .append(' ')
                            .append(Files.getLastModifiedTime(file).toMillis());
                }
            } catch (NoSuchFileException _) {
                text.append('\n').append(place).append(" missing");
            }
        }
        return text.toString();
    }

    private String written(String name) throws IOException {
        try {
            return Files.readString(key(name));
        } catch (NoSuchFileException _) {
            return "";
        }
    }

    private Path recorded(String name) {
        return folder.resolve(name + ".aotconf");
    }

    private Path draft(String name) {
        return folder.resolve(name + ".aot.new");
    }

    private Path cache(String name) {
        return folder.resolve(name + ".aot");
    }

    private Path key(String name) {
        return folder.resolve(name + ".aot.key");
    }
}
