package hoso.judicialcert.verification.single;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stranger's file ends nothing but its own examination.
@Tag("core")
class BombsTest {
    private static final Pattern FIGURES = Pattern.compile(
            "bombs thrown=(\\d+) too_complex=(\\d+) believed=(\\d+) lookups=(\\d+) wrong=(\\d+) deaths=(\\d+)");

    @TempDir
    static Path folder;

    @BeforeAll
    static void layBombs() throws IOException {
        assertThat(LayBombs.in(folder)).isGreaterThanOrEqualTo(60);
    }

    @Test
    void noFileEndsTheServiceUnderTheHeapOfTheManifest() throws IOException, InterruptedException {
        assertAllAreSurvived("-Xmx" + heapOfManifest() + "m");
    }

    @Test
    void noFileEndsTheServiceUnderTheHeapOfADeveloper() throws IOException, InterruptedException {
        assertAllAreSurvived("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    private static void assertAllAreSurvived(String... flags) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                BombRun.class.getName(),
                "2000",
                folder.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(told).isZero();
        var figures = FIGURES.matcher(told);
        assertThat(figures.find()).as(told).isTrue();
        assertThat(Integer.parseInt(figures.group(1))).as("thrown").isGreaterThanOrEqualTo(60);
        assertThat(Integer.parseInt(figures.group(2)))
                .as("too complex: " + told)
                .isGreaterThan(30);
        assertThat(figures.group(3)).as("believed: " + told).isEqualTo("0");
        assertThat(Long.parseLong(figures.group(4))).as("lookups").isGreaterThan(1_000);
        assertThat(figures.group(5)).as("wrong").isEqualTo("0");
        // Some are refused by what they say of themselves; each examiner that ended is counted, and was a file's end.
        assertThat(Integer.parseInt(figures.group(6))).as("deaths").isBetween(1, Integer.parseInt(figures.group(2)));
    }

    /// Megabytes: the part of the container's memory that the manifest gives the heap.
    private static int heapOfManifest() throws IOException {
        var manifest = Files.readString(Path.of(System.getProperty("hoso.root", ".."))
                .resolve("deploy/kubernetes/base/judicial-cert-service.yaml"));
        var part = Pattern.compile("MaxRAMPercentage=(\\d+)").matcher(manifest);
        var memory = Pattern.compile("limits: \\{memory: (\\d+)Mi}").matcher(manifest);
        assertThat(part.find() && memory.find()).isTrue();
        return Integer.parseInt(memory.group(1)) * Integer.parseInt(part.group(1)) / 100;
    }
}
