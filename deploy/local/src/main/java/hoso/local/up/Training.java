package hoso.local.up;

import hoso.local.http.Exchange;
import hoso.local.part.Parts;
import hoso.local.part.Service;
import hoso.local.part.StartCaches;
import hoso.local.process.End;
import hoso.local.process.Environment;
import hoso.local.process.Processes;
import hoso.local.run.RunFolder;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Writes the start caches of the services while the system runs, at the lowest priority and one after the
/// other, from a second, passive instance of each. The first `up` is not slower for it, the
/// next one is faster.
final class Training {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final RunFolder place;
    private final Console console;
    private final Parts parts;
    private final StartCaches caches;
    private final Exchange http = new Exchange(Duration.ofSeconds(5));
    private volatile boolean ending;
    private volatile @Nullable Process process;

    Training(RunFolder place, Console console, Parts parts, StartCaches caches) {
        this.place = place;
        this.console = console;
        this.parts = parts;
        this.caches = caches;
    }

    void begin(List<Service> services) {
        Thread.ofPlatform().daemon().name("training").start(() -> {
            for (var service : services) {
                try {
                    train(service);
                } catch (IOException e) {
                    if (!ending) {
                        console.tell(service.folder(), "no start cache: " + e.getMessage());
                    }
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        });
    }

    void end() {
        ending = true;
        var running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    private void train(Service service) throws IOException, InterruptedException {
        var name = service.folder();
        var app = parts.app(service);
        var fingerprint = StartCaches.fingerprint(app);
        if (ending || caches.fits(name, app)) {
            return;
        }
        caches.forget(name);
        var begin = System.nanoTime();
        record(service, freePort(), freePort());
        if (!caches.isRecorded(name)) {
            throw new IOException("the recording was not written, see " + place.log("training"));
        }
        run(service, caches.writing(name), 0, 0).waitFor();
        if (ending || !caches.isDrafted(name)) {
            throw new IOException("the cache was not written, see " + place.log("training"));
        }
        caches.finished(name, fingerprint);
        console.tell(name, "start cache written in " + Console.seconds(begin) + ", used from the next start on");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void record(Service service, int port, int management) throws IOException, InterruptedException {
        var recording = run(service, caches.recording(service.folder()), port, management);
        var begin = System.nanoTime();
        while (recording.isAlive() && !answers(management, "/q/health/ready")) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                recording.destroyForcibly();
                throw new IOException("the recording instance did not become ready");
            }
            recording.waitFor(200, TimeUnit.MILLISECONDS);
        }
        // What a first caller meets: a page, a refusal, the figures.
        for (var path : List.of("/contract/openapi.yaml", "/nothing-here")) {
            answers(port, path);
        }
        for (var path : List.of("/q/health/live", "/q/metrics")) {
            answers(management, path);
        }
        recording.destroy();
        recording.waitFor();
    }

    private boolean answers(int port, String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        try {
            return http.send(request).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private Process run(Service service, List<String> options, int port, int management) throws IOException {
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(parts.command(service, options));
        var builder = new ProcessBuilder(Processes.bound(command, End.TERM))
                .directory(parts.app(service).toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(place.log("training").toFile()))
                .redirectInput(new java.io.File("/dev/null"));
        Environment.only(builder.environment(), parts.environment(service));
        builder.environment().put("HTTP_PORT", Integer.toString(port));
        builder.environment().put("MANAGEMENT_PORT", Integer.toString(management));
        // The instance that works is not disturbed: this one answers what it is asked, and does nothing by itself.
        builder.environment().put("HOSO_PASSIVE", "true");
        var started = builder.start();
        process = started;
        if (ending) {
            started.destroyForcibly();
        }
        return started;
    }
}
