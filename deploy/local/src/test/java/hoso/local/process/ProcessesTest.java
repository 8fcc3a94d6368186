package hoso.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class ProcessesTest {

    @Test
    void aProcessIsFoundAgainByItsNumberAndStart() throws IOException, InterruptedException {
        var process = sleeper();

        var startedAt = Processes.startOf(process.toHandle());

        assertThat(Processes.alive(process.pid(), startedAt)).isPresent();
        Processes.end(process.toHandle(), End.TERM, Duration.ofSeconds(5));
        process.waitFor();
        assertThat(Processes.alive(process.pid(), startedAt)).isEmpty();
    }

    @Test
    void aLaterProcessOfTheSameNumberIsNotOurs() throws IOException, InterruptedException {
        var process = sleeper();

        var anHourEarlier = Processes.startOf(process.toHandle()) - 3_600_000;

        assertThat(Processes.alive(process.pid(), anHourEarlier)).isEmpty();
        Processes.end(process.toHandle(), End.INT, Duration.ofSeconds(5));
        assertThat(process.waitFor()).isNotZero();
    }

    private static Process sleeper() throws IOException {
        return new ProcessBuilder("sleep", "60").start();
    }
}
