package hoso.bench.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class ProcFileTest {

    @Test
    void cpuTimeIsUserAndSystemTimeWhateverTheProgramIsCalled() {
        var stat = "4711 (a (bad) name) S 1 4711 4711 0 -1 4194560 100 0 0 0 250 50 7 7 20 0 31 0 12345 8346644 7";

        assertThat(ProcFile.cpu(stat)).isEqualTo(Duration.ofSeconds(3));
        assertThat(ProcFile.cpuWithEndedChildren(stat)).isEqualTo(Duration.ofMillis(3_140));
    }

    @Test
    void residentMemoryIsToldInMegabytes() throws IOException {
        assertThat(ProcFile.residentMegabytes("Name:\tjava\nVmSize:\t 8346644 kB\nVmRSS:\t  205824 kB\n"))
                .isEqualTo(201);
    }
}
