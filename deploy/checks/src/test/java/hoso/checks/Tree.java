package hoso.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The files of the project, as they lie on disk.
final class Tree {
    static final Path ROOT =
            Path.of(System.getProperty("hoso.root", "../..")).toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".hoso", ".idea", ".vscode", "node_modules");

    private Tree() {}

    static Path at(String path) {
        return ROOT.resolve(path);
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    /// Every file that somebody wrote, in the order of its name.
    static List<Path> files(Predicate<Path> wanted) {
        return files(ROOT, wanted);
    }

    static List<Path> files(Path below, Predicate<Path> wanted) {
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (var found = Files.walk(below)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> isOurs(below.relativize(file)))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file) {
        for (var step : file) {
            if (NOT_OURS.contains(step.toString())) {
                return false;
            }
        }
        return true;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Predicate<Path> ending(String end) {
        return file -> file.getFileName().toString().endsWith(end);
    }
}
