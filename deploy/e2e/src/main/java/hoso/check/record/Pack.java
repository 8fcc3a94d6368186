package hoso.check.record;

import hoso.local.command.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Published packages of FHIR examples. They are downloaded with npm once, and are no part of the project.
final class Pack {
    private static final List<String> ALL = List.of("hl7.fhir.r4.examples@4.0.1", "hl7.fhir.uv.ips@2.0.0");
    private static final int MINUTES = 5;

    private final Path folder;
    private final Progress progress;

    Pack(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /// The JSON files of all packages, in an order that stays the same.
    List<Path> files() throws IOException, InterruptedException {
        var files = new ArrayList<Path>();
        for (var name : ALL) {
            files.addAll(json(unpacked(name)));
        }
        return files;
    }

    static List<Path> json(Path folder) throws IOException {
        try (var found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> !file.getFileName().toString().equals("package.json"))
                    .sorted()
                    .toList();
        }
    }

    private Path unpacked(String name) throws IOException, InterruptedException {
        var place = folder.resolve(name.replace('@', '-'));
        if (!Files.isDirectory(place.resolve("package"))) {
            progress.say("downloading " + name + " with npm");
            Files.createDirectories(place);
            run(place, "npm", "pack", "--silent", name);
            run(place, "tar", "-xzf", name.replace('@', '-') + ".tgz");
        }
        return place.resolve("package");
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + ": " + said.strip());
        }
    }
}
