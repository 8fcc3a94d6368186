package hoso.judicialcert.proof.document;

import hoso.judicialcert.proof.statement.TrustBundle;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Hands strangers' files to an [Examiner], one at a time. It is started with the first file and kept; when a file ends
/// it, that file is [Doubt#TOO_COMPLEX], and the next one gets a new examiner.
public final class ExaminerProcess implements Examining, AutoCloseable {
    /// Small, so that it fits beside the service: a certificate of ours takes a quarter of this.
    private static final List<String> FLAGS = List.of(
            "-Xms16m",
            "-Xmx128m",
            "-Xss1m",
            "-XX:MaxMetaspaceSize=128m",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=off");

    private final Duration processorTime;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final AtomicLong deaths = new AtomicLong();
    private @Nullable Process process;

    /// @param processorTime that a file may take
    /// @param patience how long an answer is waited for, whatever the machine is busy with
    public ExaminerProcess(Duration processorTime, Duration patience) {
        this.processorTime = processorTime;
        this.patience = patience;
    }

    @Override
    public Examined examine(byte[] file, TrustBundle trust) {
        lock.lock();
        try {
            var examiner = running();
            var timer = killAfter(examiner);
            try {
                Examiner.write(
                        new DataOutputStream(new BufferedOutputStream(examiner.getOutputStream(), 1 << 16)),
                        file,
                        trust);
                return Examined.read(new DataInputStream(examiner.getInputStream()));
            } catch (IOException _) {
                // It is gone, or says what no examiner says: this file did that to it.
                deaths.incrementAndGet();
                end(examiner);
                return Examined.tooComplex(file);
            } finally {
                timer.cancel(false);
            }
        } finally {
            lock.unlock();
        }
    }

    /// How many examiners ended over a file since this one was made.
    public long deaths() {
        return deaths.get();
    }

    private CompletableFuture<?> killAfter(Process examiner) {
        Executor later = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(examiner::destroyForcibly, later);
    }

    private Process running() {
        var last = process;
        if (last != null && last.isAlive()) {
            return last;
        }
        try {
            var started = start();
            process = started;
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("no examiner can be started", e);
        }
    }

    /// An examiner that does not come up is a fault of ours and not of the file.
    private Process start() throws IOException {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Examiner.class.getName(),
                Long.toString(processorTime.toMillis())));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // Passwords of this service stand in its environment.
        builder.environment().clear();
        var started = builder.start();
        var timer = killAfter(started);
        try {
            if (started.getInputStream().read() != Examiner.READY) {
                end(started);
                throw new IOException("the examiner ended before it was ready");
            }
            return started;
        } finally {
            timer.cancel(false);
        }
    }

    private static void end(Process examiner) {
        examiner.destroyForcibly();
        try {
            examiner.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (process != null) {
                end(process);
                process = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
