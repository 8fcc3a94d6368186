package hoso.check.access;

import hoso.check.Check;
import hoso.check.Result;
import hoso.check.contract.Contracts;
import hoso.check.contract.Operation;
import hoso.e2e.RunningSystem;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Asks each route of each service as everybody, about one's own things, somebody else's, unknown and malformed ids,
/// and with every bad token. What is due follows from the rules alone (`check/access.yaml`).
public final class AccessCheck implements Check {
    private static final int AT_ONCE = 6;

    @Override
    public String name() {
        return "access";
    }

    @Override
    public String about() {
        return "every route of every service, asked by everybody: nobody gets what is not theirs";
    }

    /// `one-in`: asks one of so many pairs of route and caller, always the same ones.
    @Override
    public Map<String, String> options() {
        return Map.of("one-in", "1");
    }

    @Override
    public Result run(RunningSystem system, Options options, Progress progress) throws Exception {
        var oneIn = (int) options.number("one-in", 1, 1_000);
        var keycloak = new Keycloak(system);
        try {
            progress.say("people and machines of the check are added");
            var cast = new Cast(system, keycloak);
            progress.say("each side gets one of each thing");
            var world = new World(system, cast.actors());
            return ask(system, cast, world, oneIn, progress);
        } finally {
            keycloak.clear();
        }
    }

    private Result ask(RunningSystem system, Cast cast, World world, int oneIn, Progress progress)
            throws InterruptedException, ExecutionException, IOException {
        var operations = Contracts.operations(system);
        var rules = Rules.read();
        var findings = new Findings(progress);
        var matrix = new Matrix(new Ask(system), world, findings);
        var later = new ConcurrentLinkedQueue<Runnable>();
        var work = new ArrayList<Runnable>();
        var without = 0;
        for (var operation : operations) {
            var rule = rules.of(operation);
            if (rule.isEmpty()) {
                without++;
                progress.say("no rule: " + operation.service() + " " + operation.name());
                continue;
            }
            cast.actors().stream()
                    .filter(actor -> isChosen(operation, actor.name(), oneIn))
                    .forEach(actor -> work.add(() -> later.addAll(matrix.run(operation, rule.get(), actor))));
        }
        progress.say(operations.size() + " routes, " + cast.actors().size() + " callers");
        all(work, progress);
        all(later, progress);
        var bad = BadTokens.all(system, cast);
        progress.say(bad.size() + " bad tokens on every route");
        all(badTokens(operations, rules, bad, oneIn, matrix), progress);
        progress.say("one record, in every state of consent, denial and sensitivity, read by others");
        var record = new RecordMatrix(system, cast.actors(), progress).run(oneIn);
        return new Result(name())
                .with("routes", operations.size())
                .with("actors", cast.actors().size())
                .with("calls", findings.calls())
                .with("record_cells", record.cells())
                .with("cells", findings.calls() + record.cells())
                .due0("record_leaks", record.leaks())
                .due0("record_denied", record.denials())
                .due0("journal_differences", record.wrongEntries())
                .due0("leaks", findings.leaks())
                .due0("undeclared", findings.undeclared())
                .due0("5xx", findings.faults())
                .due0("denied", findings.denials())
                .due0("without_rule", without)
                .with("bad_tokens", bad.size());
    }

    private static List<Runnable> badTokens(
            List<Operation> operations, Rules rules, Map<String, String> bad, int oneIn, Matrix matrix) {
        var work = new ArrayList<Runnable>();
        for (var operation : operations) {
            rules.of(operation)
                    .ifPresent(rule -> bad.forEach((what, token) -> {
                        if (isChosen(operation, what, oneIn)) {
                            work.add(() -> matrix.badToken(operation, rule, what, token));
                        }
                    }));
        }
        return work;
    }

    private static boolean isChosen(Operation operation, String who, int oneIn) {
        return Math.floorMod((operation.service() + operation.name() + who).hashCode(), oneIn) == 0;
    }

    private static void all(Iterable<Runnable> work, Progress progress)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var begun = new ArrayList<Future<?>>();
            work.forEach(one -> begun.add(threads.submit(one)));
            for (var i = 0; i < begun.size(); i++) {
                begun.get(i).get();
                progress.count("asked", i + 1, begun.size());
            }
        }
    }
}
