package hoso.local.up;

import hoso.local.part.Part;
import hoso.local.process.Processes;
import hoso.local.run.State;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A part and what is known of it at the moment; its keeper writes, anybody reads.
final class Kept {
    final Part part;
    final CountDownLatch ready = new CountDownLatch(1);

    /// Whether its first start succeeded; done when that is known.
    final CompletableFuture<Boolean> outcome = new CompletableFuture<>();

    final AtomicInteger restarts = new AtomicInteger();
    volatile @Nullable Process process;
    volatile String state = "WAITING";
    volatile long readyInMs;

    Kept(Part part) {
        this.part = part;
    }

    State.PartState told(int offset) {
        var running = process;
        return new State.PartState(
                part.name(),
                running == null ? 0 : running.pid(),
                running == null ? 0 : Processes.startOf(running.toHandle()),
                state,
                part.ports().stream().map(port -> port.at(offset)).toList(),
                restarts.get(),
                readyInMs,
                part.end());
    }
}
