package hoso.local.up;

import hoso.local.keycloak.Distribution;
import hoso.local.part.Part;
import hoso.local.part.Parts;
import hoso.local.part.Port;
import hoso.local.part.Service;
import hoso.local.part.StartCaches;
import hoso.local.part.TakenPorts;
import hoso.local.process.End;
import hoso.local.process.Processes;
import hoso.local.run.Damaged;
import hoso.local.run.Passcode;
import hoso.local.run.RunFolder;
import hoso.local.run.Secrets;
import hoso.local.run.State;
import hoso.local.seed.DemoOfficer;
import hoso.local.seed.DemoPerson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The launcher behind the script `hoso`: `up`, `dev`, `status`, `down`, `passcode`.
public final class Up {

    private final Options options;
    private final RunFolder place;
    private final PrintStream out;
    private final Clock clock;
    private final long begin = System.nanoTime();
    private volatile String phase = "STARTING";
    private volatile long readyInMs;
    private volatile @Nullable Supervisor supervisor;

    private Up(Options options, PrintStream out, Clock clock) {
        this.options = options;
        this.place = options.place();
        this.out = out;
        this.clock = clock;
    }

    public static void main(String[] args) throws Exception {
        var root =
                Path.of(System.getProperty("hoso.root", ".")).toAbsolutePath().normalize();
        var out = System.out;
        try {
            var from = Path.of(System.getProperty("hoso.from", "."));
            var up = new Up(Options.of(root, from, List.of(args)), out, Clock.systemUTC());
            System.exit(up.run());
        } catch (Options.Misunderstood e) {
            out.println("hoso: " + e.getMessage() + " (./hoso help tells what there is)");
            System.exit(2);
        } catch (Damaged e) {
            out.println("hoso: " + e.getMessage());
            System.exit(1);
        }
    }

    private int run() throws IOException, InterruptedException, Options.Misunderstood {
        return switch (options.command()) {
            case "up" -> up();
            case "status" -> new Status(place, out, clock).say();
            case "dev" -> new Dev(options, out, clock).run();
            case "down" -> down();
            case "passcode" -> passcode();
            default -> throw new Options.Misunderstood("there is no command " + options.command());
        };
    }

    // --- up

    private int up() throws IOException, InterruptedException, Options.Misunderstood {
        if (!options.rest().isEmpty()) {
            throw new Options.Misunderstood("up does not know " + String.join(" ", options.rest()));
        }
        Files.createDirectories(place.home());
        try (var channel = FileChannel.open(place.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var lock = lock(channel);
            if (lock.isEmpty()) {
                out.println("hoso is running already from " + place.home()
                        + ": ./hoso status shows it, ./hoso down ends it.");
                return 1;
            }
            new Orphans(place, out).end();
            if (options.fresh()) {
                startOver();
            }
            place.prepare();
            return upLocked();
        }
    }

    private int upLocked() throws IOException, InterruptedException {
        var console = new Console(out, Optional.of(place.log("launcher")), clock);
        console.say("hoso: starting in " + place.home());
        var services = Service.folders().stream().filter(this::wanted).toList();
        var taken = TakenPorts.among(
                List.of(Port.values()).stream()
                        .filter(port -> wanted(port.part()))
                        .toList(),
                options.offset());
        if (!taken.isEmpty()) {
            taken.forEach(one -> console.say("hoso: " + one.told()));
            console.say("hoso: end that program, or move all ports: ./hoso up --port-offset 1000");
            return 1;
        }
        var secrets = Secrets.in(place.secrets());
        var caches = new StartCaches(place.cache());
        var parts = new Parts(place, options.offset(), secrets, caches);
        var build = new Build(place, console);
        // What is shared by all runs is unpacked and built by one of them; another one waits here for it.
        try (var _ = build.alone()) {
            prepare(build, parts, services);
        } catch (IOException | java.sql.SQLException e) {
            console.say("hoso: " + e.getMessage());
            return 1;
        }
        var wanted = parts.all().stream().filter(part -> wanted(part.name())).toList();
        var watching = new Supervisor(place, console, wanted, () -> writeState(parts));
        supervisor = watching;
        var training = new Training(place, console, parts, caches);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(console, watching, training, parts), "end"));
        if (!watching.start()) {
            if (!"ENDING".equals(phase)) {
                console.say("hoso: not everything could be started, ending");
            }
            return 1;
        }
        new People(place, console, parts).enrol(this::wanted);
        readyInMs = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        phase = "READY";
        writeState(parts);
        new Welcome(console, parts.urls(), place.secrets()).say(begin);
        if (options.training()) {
            training.begin(List.of(Service.values()).stream()
                    .filter(service -> wanted(service.folder()))
                    .toList());
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private boolean wanted(String part) {
        return options.only().isEmpty() || options.only().contains(part);
    }

    /// Everything that must exist before the first process starts; what does not depend on each other at the same time.
    private void prepare(Build build, Parts parts, List<String> services)
            throws IOException, InterruptedException, java.sql.SQLException {
        var modules = options.demo()
                ? Stream.concat(services.stream(), Stream.of(Build.DEMO)).toList()
                : services;
        var building = background(() -> build.modules(build.outdated(modules)));
        var keycloak = background(() -> {
            if (wanted("keycloak")) {
                build.keycloak(new Distribution(place.shared()));
            }
        });
        parts.makeSecrets();
        parts.keys().ensure(Service.folders());
        if (wanted("postgres")) {
            parts.cluster().prepare();
        }
        finished(building);
        finished(keycloak);
    }

    private static CompletableFuture<Void> background(Part.Task task) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        task.run();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                work -> Thread.ofPlatform().daemon().start(work));
    }

    private static void finished(CompletableFuture<Void> task) throws IOException {
        try {
            task.join();
        } catch (CompletionException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    private void shutDown(Console console, Supervisor watching, Training training, Parts parts) {
        try {
            phase = "ENDING";
            console.say("hoso: ending");
            training.end();
            watching.end();
            phase = "ENDED";
            writeState(parts);
            console.say("hoso: ended");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void writeState(Parts parts) {
        var watching = supervisor;
        if (watching == null) {
            return;
        }
        var self = ProcessHandle.current();
        var state = new State(
                new State.Launcher(self.pid(), Processes.startOf(self)),
                phase,
                place.home().toString(),
                options.offset(),
                readyInMs,
                parts.urls(),
                place.secrets().toString(),
                place.keys().toString(),
                parts.keys().trustAnchor().toString(),
                place.logs().toString(),
                watching.parts(options.offset()));
        try {
            state.write(place.state());
        } catch (IOException e) {
            out.println("hoso: the state cannot be written: " + e.getMessage());
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        }
    }

    /// Everything of the run goes; what was only unpacked or built stays.
    private void startOver() throws IOException {
        for (var name : List.of("data", "keys", "settings", "log", "secrets.json", "state.json")) {
            RunFolder.delete(place.home().resolve(name));
        }
    }

    // --- status, down, passcode

    private int down() throws IOException, InterruptedException {
        var orphans = new Orphans(place, out);
        var launcher = orphans.state()
                .flatMap(running -> Processes.alive(
                        running.launcher().pid(), running.launcher().startedAt()));
        if (launcher.isPresent()) {
            out.println("hoso: ending " + place.home());
            Processes.end(launcher.get(), End.TERM, Duration.ofSeconds(90));
        }
        orphans.end();
        out.println(launcher.isPresent() ? "hoso: ended" : "hoso is not running (" + place.home() + ").");
        return 0;
    }

    private int passcode() throws IOException, Options.Misunderstood {
        if (options.rest().size() != 1) {
            throw new Options.Misunderstood("passcode needs a user, for example: ./hoso passcode lan");
        }
        var username = options.rest().getFirst();
        var known = DemoPerson.ALL.stream().map(DemoPerson::username).collect(Collectors.toList());
        DemoOfficer.ALL.forEach(officer -> known.add(officer.username()));
        if (!known.contains(username)) {
            throw new Options.Misunderstood("no such user; there are " + String.join(", ", known));
        }
        if (!Files.exists(place.secrets())) {
            out.println("hoso has not been started yet: ./hoso up");
            return 1;
        }
        out.println(Passcode.at(Secrets.in(place.secrets()).passcode(username), clock.instant()));
        return 0;
    }
}
