package hoso.local.up;

import hoso.local.process.Processes;
import hoso.local.run.Damaged;
import hoso.local.run.RunFolder;
import hoso.local.run.State;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parts that outlived a launcher that was killed, where the system does not end them with it. Only processes the
/// launcher noted, and that are still the same, are ended.
record Orphans(RunFolder place, PrintStream out) {

    /// What was noted; a note that cannot be read is told, and nothing is known then: ports that are taken tell the
    /// rest.
    Optional<State> state() throws IOException {
        try {
            return State.read(place.state());
        } catch (Damaged _) {
            out.println("hoso: " + place.state()
                    + " cannot be read, it is cut off: going on without it. A part that still runs from an"
                    + " earlier start is seen by its port.");
            return Optional.empty();
        }
    }

    /// The parts that still run, those that were started last first.
    static List<State.PartState> of(State state) {
        return state.parts().reversed().stream()
                .filter(part -> Processes.alive(part.pid(), part.startedAt()).isPresent())
                .toList();
    }

    /// Ends what still runs, all at once.
    void end() throws IOException, InterruptedException {
        var state = state();
        if (state.isEmpty()) {
            return;
        }
        var ending = new ArrayList<Thread>();
        for (var part : of(state.get())) {
            out.println("  " + part.name() + ": still running from an earlier start, ending it");
            ending.add(Thread.ofPlatform().start(() -> end(part)));
        }
        for (var thread : ending) {
            thread.join();
        }
    }

    private static void end(State.PartState part) {
        Processes.alive(part.pid(), part.startedAt()).ifPresent(process -> {
            try {
                Processes.end(process, part.end(), Duration.ofSeconds(15));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
