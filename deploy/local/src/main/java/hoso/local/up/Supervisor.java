package hoso.local.up;

import hoso.local.part.Part;
import hoso.local.process.Processes;
import hoso.local.run.RunFolder;
import hoso.local.run.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// Keeps the parts running, each with a [Keeper]: starts each when what it needs is ready, ends all in the order
/// opposite to their needs.
final class Supervisor {

    private final RunFolder place;
    private final Console console;
    private final Runnable onChange;
    private final Map<String, Kept> parts = new LinkedHashMap<>();
    private volatile boolean ending;

    Supervisor(RunFolder place, Console console, List<Part> parts, Runnable onChange) {
        this.place = place;
        this.console = console;
        this.onChange = onChange;
        parts.forEach(part -> this.parts.put(part.name(), new Kept(part)));
    }

    /// Starts everything; returns whether all parts became ready.
    boolean start() {
        parts.values()
                .forEach(one ->
                        Thread.ofPlatform().daemon().name(one.part.name()).start(() -> keep(one)));
        return allWell();
    }

    /// Waits for the first start of all, but not longer than until one has failed.
    private boolean allWell() {
        var left = parts.values().stream().map(one -> one.outcome).collect(Collectors.toCollection(ArrayList::new));
        while (!left.isEmpty()) {
            CompletableFuture.anyOf(left.toArray(CompletableFuture[]::new)).join();
            if (left.stream().anyMatch(outcome -> outcome.isDone() && !outcome.join())) {
                return false;
            }
            left.removeIf(CompletableFuture::isDone);
        }
        return true;
    }

    List<State.PartState> parts(int offset) {
        return parts.values().stream().map(one -> one.told(offset)).toList();
    }

    boolean isEnding() {
        return ending;
    }

    void become(Kept one, String state) {
        one.state = state;
        onChange.run();
    }

    private void keep(Kept one) {
        try {
            for (var need : one.part.needs()) {
                var other = parts.get(need);
                if (other != null) {
                    other.ready.await();
                }
            }
            new Keeper(one, place.log(one.part.name()), console, this).keepRunning();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            one.outcome.complete(false);
        }
    }

    /// Ends all parts: those that need others first, those in the same rank together.
    void end() throws InterruptedException {
        synchronized (this) {
            ending = true;
        }
        var left = new LinkedHashMap<>(parts);
        while (!left.isEmpty()) {
            var rank = left.values().stream()
                    .filter(one -> left.values().stream()
                            .noneMatch(other -> other.part.needs().contains(one.part.name())))
                    .toList();
            var threads = rank.stream()
                    .map(one -> Thread.ofPlatform().start(() -> end(one)))
                    .toList();
            for (var thread : threads) {
                thread.join();
            }
            rank.forEach(one -> left.remove(one.part.name()));
        }
    }

    private void end(Kept one) {
        var process = one.process;
        if (process == null || !process.isAlive()) {
            return;
        }
        try {
            var begin = System.nanoTime();
            Processes.end(process.toHandle(), one.part.end(), Duration.ofSeconds(15));
            become(one, "ENDED");
            console.tell(one.part.name(), "ended in " + Console.seconds(begin));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
