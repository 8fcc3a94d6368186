package hoso.check.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Packages of HL7, as npm hands them out. Each is fetched once and kept under the folder of the check.
record Packages(Path folder) {
    private static final int PATIENCE = 5;

    static final String SUMMARY = "hl7.fhir.uv.ips@2.0.0";
    static final String TERMINOLOGY = "hl7.terminology.r4@7.0.1";
    static final String EXTENSIONS = "hl7.fhir.uv.extensions.r4@5.3.0-ballot-tc1";
    static final String EXAMPLES = "hl7.fhir.r4.examples@4.0.1";

    /// The archive of a package, from the registry that npm is configured for.
    ///
    /// @throws IOException when npm does not bring it
    Path archive(String name) throws IOException, InterruptedException {
        var archive = folder.resolve(name.replace('@', '-') + ".tgz");
        if (Files.exists(archive)) {
            return archive;
        }
        Files.createDirectories(folder);
        var npm = new ProcessBuilder("npm", "pack", name, "--silent")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("npm.log").toFile())
                .start();
        if (!npm.waitFor(PATIENCE, TimeUnit.MINUTES)) {
            npm.destroyForcibly();
        }
        if (!Files.exists(archive)) {
            throw new IOException("npm pack " + name + " brought nothing: see " + folder.resolve("npm.log"));
        }
        return archive;
    }
}
