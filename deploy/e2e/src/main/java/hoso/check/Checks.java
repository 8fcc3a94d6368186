package hoso.check;

import hoso.check.access.AccessCheck;
import hoso.check.fuzz.FuzzCheck;
import hoso.check.record.CasesCheck;
import hoso.check.record.CorpusCheck;
import hoso.check.share.ShareCheck;
import hoso.check.summary.SummaryCheck;
import hoso.e2e.OwnSystem;
import hoso.e2e.RunningSystem;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import hoso.local.process.Processes;
import hoso.local.run.State;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lists the checks, or runs one against the system that runs under `--home`; when none runs there, against one of its
/// own that ends with the check. Exit status: 0 all is as it is due, 1 something differs or could not be checked, 2 not
/// understood.
public final class Checks {
    private static final List<Check> ALL = List.of(
            new AccessCheck(),
            new FuzzCheck(),
            new CasesCheck(),
            new CorpusCheck(),
            new ShareCheck(),
            new SummaryCheck());

    /// Far from what `./hoso up` and the end-to-end tests use.
    private static final int OWN_PORTS = 21_000;

    private final List<Check> checks;
    private final PrintStream out;

    Checks(List<Check> checks, PrintStream out) {
        this.checks = checks;
        this.out = out;
    }

    public static void main(String[] words) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new Checks(ALL, out).run(List.of(words)));
    }

    int run(List<String> words) {
        if (words.isEmpty() || isHelp(words.getFirst())) {
            list();
            return 0;
        }
        try {
            var check = find(words.getFirst());
            var rest = words.subList(1, words.size());
            if (rest.stream().anyMatch(Checks::isHelp)) {
                describe(check);
                return 0;
            }
            var known = new LinkedHashMap<>(check.options());
            known.put("home", System.getProperty("hoso.home", ".hoso/run"));
            return run(check, Options.of(known, rest));
        } catch (Options.Misunderstood e) {
            out.println("check: " + e.getMessage() + " (./hoso check lists what there is)");
            return 2;
        }
    }

    private int run(Check check, Options options) throws Options.Misunderstood {
        var progress = new Progress(out);
        try {
            var home = Path.of(options.text("home")).toAbsolutePath().normalize();
            var result = isReady(home)
                    ? check.run(RunningSystem.at(home), options, progress)
                    : withOwnSystem(check, options, progress);
            out.println(result);
            return result.isDifferent() ? 1 : 0;
        } catch (Options.Misunderstood e) {
            throw e;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (Exception e) {
            progress.say("the check could not be brought to its end: " + e);
            e.printStackTrace(out);
            return 1;
        }
    }

    private static Result withOwnSystem(Check check, Options options, Progress progress) throws Exception {
        var root =
                Path.of(System.getProperty("hoso.root", ".")).toAbsolutePath().normalize();
        var home = root.resolve(".hoso/check");
        var log = home.resolveSibling("check.log");
        progress.say("nothing is ready under " + options.text("home") + ": starting a system of my own, see " + log);
        try (var own = OwnSystem.start(root, home, OWN_PORTS, log, List.of("--no-training"))) {
            progress.say("it is ready under " + home);
            return check.run(own.system(), options, progress);
        }
    }

    private static boolean isReady(Path home) throws IOException {
        return State.read(home.resolve("state.json"))
                .filter(state -> state.phase().equals("READY"))
                .filter(state -> Processes.alive(
                                state.launcher().pid(), state.launcher().startedAt())
                        .isPresent())
                .isPresent();
    }

    private Check find(String name) throws Options.Misunderstood {
        return checks.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Options.Misunderstood("there is no check " + name));
    }

    private void list() {
        out.println("usage: ./hoso check NAME [--home DIR] [--option value ...]");
        out.println("Runs against the system under --home, or starts one of its own. The last line tells the figures.");
        checks.forEach(this::describe);
    }

    private void describe(Check check) {
        out.println();
        out.println("  " + check.name() + "  " + check.about());
        for (Map.Entry<String, String> option : check.options().entrySet()) {
            out.println("      --" + option.getKey() + " " + option.getValue());
        }
    }

    private static boolean isHelp(String word) {
        return word.equals("--help") || word.equals("-h");
    }
}
