package hoso.check.fuzz;

import hoso.check.Check;
import hoso.check.Result;
import hoso.check.access.Actors;
import hoso.check.contract.Contracts;
import hoso.e2e.RunningSystem;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Sends requests that nobody would send in good faith to every operation of every service, past the gateway, whose
/// limits would keep most of them out. It asks as the people and machines of [Actors], so that it changes nothing that
/// the people of the demo have.
public final class FuzzCheck implements Check {
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "fuzz";
    }

    @Override
    public String about() {
        return "requests nobody would send in good faith: every answer is declared, none is a fault, none tells innards";
    }

    @Override
    public Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        options.put("requests", "20000");
        options.put("seed", "1");
        options.put("from", "0");
        return options;
    }

    @Override
    public Result run(RunningSystem system, Options options, Progress progress)
            throws Options.Misunderstood, InterruptedException, ExecutionException {
        var requests = options.number("requests", 1, 100_000_000);
        var first = options.number("from", 0, 100_000_000);
        return run(system, options.number("seed", 0, Integer.MAX_VALUE), first, requests, progress);
    }

    /// Sends the requests with the numbers `first` to `first + requests - 1` of a seed.
    Result run(RunningSystem system, long seed, long first, long requests, Progress progress)
            throws InterruptedException, ExecutionException {
        try (var actors = new Actors(system)) {
            return run(system, new Callers(actors), seed, first, requests, progress);
        }
    }

    private Result run(RunningSystem system, Callers callers, long seed, long first, long requests, Progress progress)
            throws InterruptedException, ExecutionException {
        var ids = new Ids();
        var attempts = new Attempts(Contracts.operations(system), ids, seed);
        var findings = new Findings(progress);
        var next = new AtomicLong(first);
        Callable<Void> work = () -> {
            for (var number = next.getAndIncrement(); number < first + requests; number = next.getAndIncrement()) {
                send(system, attempts.number(number), callers, ids, findings);
                progress.count("requests", number - first, requests);
            }
            return null;
        };
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var worker : workers.invokeAll(Collections.nCopies(AT_ONCE, work))) {
                worker.get();
            }
        }
        progress.say("answers by status: " + findings.statuses());
        return findings.result(name());
    }

    private static void send(RunningSystem system, Attempt attempt, Callers callers, Ids ids, Findings findings) {
        var server = URI.create(system.url(attempt.operation().service()));
        try {
            var answer = Wire.send(server, attempt, callers.authorization(attempt), PATIENCE);
            findings.answered(answer.status());
            if (answer.status() == 0) {
                findings.found(Kind.HUNG, attempt, "closed without an answer");
                return;
            }
            if (answer.status() == 201) {
                ids.made(answer.header("Location"));
            }
            for (var kind : Judge.of(attempt, answer)) {
                findings.found(kind, attempt, answer.inShort());
            }
        } catch (IOException e) {
            findings.answered(0);
            findings.found(Kind.HUNG, attempt, e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }
}
