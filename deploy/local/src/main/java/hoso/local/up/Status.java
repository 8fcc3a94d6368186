package hoso.local.up;

import hoso.local.process.Processes;
import hoso.local.run.RunFolder;
import hoso.local.run.State;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/// What runs, for a person.
record Status(RunFolder place, PrintStream out, Clock clock) {

    /// Prints the table of parts; returns 1 when nothing runs.
    int say() throws IOException {
        var state = State.read(place.state());
        if (state.isEmpty()
                || Processes.alive(
                                state.get().launcher().pid(),
                                state.get().launcher().startedAt())
                        .isEmpty()) {
            out.println("hoso is not running (" + place.home() + ").");
            state.ifPresent(this::tellOrphans);
            return 1;
        }
        var running = state.get();
        out.println("hoso is " + running.phase().toLowerCase(java.util.Locale.ROOT) + ", launcher pid "
                + running.launcher().pid() + ", up " + since(running.launcher().startedAt()) + ", " + running.home());
        out.printf("%-24s %-11s %8s %-14s %10s %9s%n", "part", "state", "pid", "ports", "up", "restarts");
        for (var part : running.parts()) {
            out.printf(
                    "%-24s %-11s %8d %-14s %10s %9d%n",
                    part.name(),
                    part.state(),
                    part.pid(),
                    part.ports().stream().map(String::valueOf).collect(Collectors.joining(",")),
                    part.startedAt() == 0 ? "-" : since(part.startedAt()),
                    part.restarts());
        }
        return 0;
    }

    private String since(long startedAt) {
        var seconds = Duration.between(Instant.ofEpochMilli(startedAt), clock.instant())
                .toSeconds();
        return seconds < 120 ? seconds + " s" : seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }

    private void tellOrphans(State state) {
        var left = Orphans.of(state).stream().map(State.PartState::name).collect(Collectors.joining(", "));
        if (!left.isEmpty()) {
            out.println("Its launcher was killed, and these parts still run without it: " + left + ".");
            out.println("./hoso down ends them; ./hoso up ends them and starts everything again.");
        }
    }
}
