package hoso.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// Whether a process gets on: its log grows, or it and its children use the processor.
public final class Progress {

    /// A JVM that waits for something uses less than this share of a core, one that starts uses more even on a
    /// machine that twenty others use.
    private static final double BUSY = 0.02;

    private final ProcessHandle process;
    private final Path log;
    private final Duration window;
    private long lookedAt;
    private long movedAt;
    private long size;
    private Duration used;

    /// @param window over how long the use of the processor is averaged
    public Progress(ProcessHandle process, Path log, Duration window) {
        this.process = process;
        this.log = log;
        this.window = window;
        this.lookedAt = System.nanoTime();
        this.movedAt = lookedAt;
        this.size = size();
        this.used = used();
    }

    /// How long the process has stood still by now; looks again when a window is over.
    public Duration still() {
        var now = System.nanoTime();
        if (now - lookedAt >= window.toNanos()) {
            var nowUsed = used();
            var nowSize = size();
            if (nowSize != size || nowUsed.minus(used).toNanos() >= BUSY * (now - lookedAt)) {
                movedAt = now;
            }
            lookedAt = now;
            used = nowUsed;
            size = nowSize;
        }
        return Duration.ofNanos(now - movedAt);
    }

    /// It has just shown that it lives.
    public void moved() {
        movedAt = System.nanoTime();
    }

    private long size() {
        try {
            return Files.size(log);
        } catch (IOException _) {
            return 0;
        }
    }

    private Duration used() {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
