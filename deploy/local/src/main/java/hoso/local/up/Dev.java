package hoso.local.up;

import hoso.local.part.Service;
import hoso.local.process.End;
import hoso.local.process.Processes;
import hoso.local.run.State;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Builds one service again after a change and restarts it, while everything else runs on.
record Dev(Options options, PrintStream out, Clock clock) {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration STILL_WAITING = Duration.ofSeconds(15);

    int run() throws IOException, InterruptedException, Options.Misunderstood {
        if (options.rest().size() != 1
                || !Service.folders().contains(options.rest().getFirst())) {
            throw new Options.Misunderstood("dev needs one service, of " + String.join(", ", Service.folders()));
        }
        var service = options.rest().getFirst();
        var console = new Console(out, Optional.empty(), clock);
        if (running(service).isEmpty()) {
            console.say("hoso: " + service + " does not run from "
                    + options.place().home() + ": start everything with ./hoso up, in another terminal");
            return 1;
        }
        var begin = System.nanoTime();
        var build = new Build(options.place(), console);
        try (var _ = build.alone()) {
            build.modules(build.outdated(List.of(service)));
        } catch (Build.Failed e) {
            console.say("hoso: " + e.getMessage() + "; the service runs on as it was");
            return 1;
        }
        var before = running(service);
        if (before.isPresent()) {
            // Whoever keeps it running starts it again, and that is the new build.
            var process = Processes.alive(before.get().pid(), before.get().startedAt());
            if (process.isPresent()) {
                console.tell(service, "ending it");
                Processes.end(process.get(), End.TERM, Duration.ofSeconds(15));
            }
        }
        return awaited(service, before.map(State.PartState::pid).orElse(0L), console, begin);
    }

    private int awaited(String service, long before, Console console, long begin)
            throws IOException, InterruptedException {
        var told = System.nanoTime();
        while (true) {
            var now = running(service);
            if (now.isEmpty()) {
                console.say("hoso: the launcher has ended, " + service + " was not started again");
                return 1;
            }
            if (now.get().pid() != before && now.get().state().equals("READY")) {
                console.tell(service, "ready again, " + Console.seconds(begin) + " after the command");
                return 0;
            }
            if (System.nanoTime() - told > STILL_WAITING.toNanos()) {
                told = System.nanoTime();
                console.tell(
                        service,
                        now.get().state() + " after " + Console.seconds(begin) + ", ./hoso logs " + service
                                + " -f shows it");
            }
            Thread.sleep(PAUSE);
        }
    }

    /// The service as its launcher sees it; empty when no launcher runs.
    private Optional<State.PartState> running(String service) throws IOException {
        return State.read(options.place().state())
                .filter(state -> Processes.alive(
                                state.launcher().pid(), state.launcher().startedAt())
                        .isPresent())
                .flatMap(state -> state.parts().stream()
                        .filter(part -> part.name().equals(service))
                        .findFirst());
    }
}
