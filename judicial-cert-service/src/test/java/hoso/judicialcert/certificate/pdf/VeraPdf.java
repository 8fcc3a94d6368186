package hoso.judicialcert.certificate.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// veraPDF, the judge of PDF/A, in a process of its own.
public final class VeraPdf {
    private VeraPdf() {}

    /// What it says about files, a line each: `PASS file 2u` when one complies.
    public static List<String> judges(byte[]... files) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("verapdf");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target", "verapdf", "verapdf.jar").toAbsolutePath().toString(),
                "--flavour",
                "2u",
                "--format",
                "text",
                "--verbose"));
        for (var i = 0; i < files.length; i++) {
            var file = folder.resolve(i + ".pdf");
            Files.write(file, files[i]);
            command.add(file.toString());
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var told = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return told.lines().toList();
    }
}
