package hoso.bench.parts;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A program as a process of its own. It can be started again after its end, always with the same command.
public final class Child {
    private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TZ");

    private final String name;
    private final List<String> command;
    private final Path folder;
    private final Map<String, String> environment;
    private final Path log;
    private volatile @Nullable Process process;
    private boolean isRetired;

    public Child(String name, List<String> command, Path folder, Map<String, String> environment, Path log) {
        this.name = name;
        this.command = List.copyOf(command);
        this.folder = folder;
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    /// Starts the program, or starts it again; after [#retire] nothing. It gets nothing of our environment
    /// that could change what it does.
    public synchronized void start() throws IOException {
        if (isRetired) {
            return;
        }
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        if (!environment.containsKey("HOSO_LIFELINE") && !environment.containsKey("BENCH_LIFELINE")) {
            builder.redirectInput(new File("/dev/null"));
        }
        builder.environment().keySet().retainAll(PASSED_ON);
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        process = builder.start();
    }

    public boolean isAlive() {
        var running = process;
        return running != null && running.isAlive();
    }

    public long pid() {
        return process().pid();
    }

    /// Waits for the end of the process as it runs now.
    public int waitFor() throws InterruptedException {
        return process().waitFor();
    }

    /// SIGKILL: no shutdown hook, no flush, no goodbye; to the processes it started too, as the kernel does
    /// when memory runs out.
    ///
    /// @return what waits for the end of the process that ran
    public Gone kill() {
        var running = process;
        if (running == null) {
            return () -> {};
        }
        var started = running.descendants().toList();
        running.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        return running::waitFor;
    }

    /// Waits until a killed process is gone.
    public interface Gone {
        void get() throws InterruptedException;
    }

    /// Kills it, for good: whoever keeps it running finds that it does not start again.
    public void retire() {
        synchronized (this) {
            isRetired = true;
        }
        var _ = kill();
    }

    /// Asks the program to end and waits; kills it when it does not.
    public void end(Duration patience) throws InterruptedException {
        var running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        if (!running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
            running.waitFor(10, TimeUnit.SECONDS);
        }
    }

    /// Stands still, with everything it holds, until [#resume].
    public void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        var code = new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException(name + " could not be signalled: " + signal);
        }
    }

    /// CPU time the process has used so far, all its threads together.
    public Duration cpu() throws IOException {
        return ProcFile.cpu(stat(pid()));
    }

    /// The same of this process and of those it started, whether they still run or not.
    public Duration cpuOfAll() throws IOException {
        var all = ProcFile.cpuWithEndedChildren(stat(pid()));
        for (var one : process().descendants().toList()) {
            try {
                all = all.plus(ProcFile.cpuWithEndedChildren(stat(one.pid())));
            } catch (NoSuchFileException _) {
                // It ended just now: its time is with its parent's from now on.
            }
        }
        return all;
    }

    private static String stat(long pid) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    }

    private Process process() {
        var running = process;
        if (running == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return running;
    }
}
