package hoso.local.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Where things are: the project, what is shared by all runs (`.hoso`), and the one run's own folder.
public record RunFolder(Path root, Path home) {

    public Path shared() {
        return root.resolve(".hoso");
    }

    public Path state() {
        return home.resolve("state.json");
    }

    public Path lock() {
        return home.resolve("lock");
    }

    public Path secrets() {
        return home.resolve("secrets.json");
    }

    public Path keys() {
        return home.resolve("keys");
    }

    public Path data(String part) {
        return home.resolve("data").resolve(part);
    }

    public Path logs() {
        return home.resolve("log");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path settings(String file) {
        return home.resolve("settings").resolve(file);
    }

    public Path cache() {
        return shared().resolve("cache");
    }

    public void prepare() throws IOException {
        for (var folder : new String[] {"data", "log", "keys", "settings"}) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.createDirectories(cache());
        closeToOthers(home);
    }

    /// Data, keys and secrets are for the user who started the system.
    public static void closeToOthers(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    public static void delete(Path path) throws IOException {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    public static void writeSecret(Path file, byte[] content) throws IOException {
        writeWhole(file, content, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /// Writes a file so that it is the one before or this one, whole, whenever the power goes: a draft beside it, on
    /// the disk before it takes its name.
    public static void writeWhole(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (var channel =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            var rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // The new name is an entry of the folder.
        try (var folder = FileChannel.open(file.toAbsolutePath().getParent())) {
            folder.force(true);
        }
    }
}
