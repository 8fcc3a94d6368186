package hoso.local.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Where things are: the project, what is shared by all runs (`.hoso`), and the one run's own folder.
record Place(Path root, Path home) {

    Path shared() {
        return root.resolve(".hoso");
    }

    Path state() {
        return home.resolve("state.json");
    }

    Path lock() {
        return home.resolve("lock");
    }

    Path secrets() {
        return home.resolve("secrets.json");
    }

    Path keys() {
        return home.resolve("keys");
    }

    Path data(String part) {
        return home.resolve("data").resolve(part);
    }

    Path logs() {
        return home.resolve("log");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path settings(String file) {
        return home.resolve("settings").resolve(file);
    }

    Path cache() {
        return shared().resolve("cache");
    }

    void prepare() throws IOException {
        for (var folder : new String[] {"data", "log", "keys", "settings"}) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.createDirectories(cache());
        closeToOthers(home);
    }

    /// Data, keys and secrets are for the user who started the system.
    static void closeToOthers(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    static void delete(Path path) throws IOException {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    static void writeSecret(Path file, byte[] content) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(draft, content);
        Files.move(
                draft,
                file,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
