package hoso.bench;

import hoso.bench.certificate.IssueBench;
import hoso.bench.certificate.RequestBench;
import hoso.bench.certificate.VerifyBench;
import hoso.bench.forgery.BombsBench;
import hoso.bench.forgery.ForgeryBench;
import hoso.bench.kill.KillBench;
import hoso.bench.relay.RelayBench;
import hoso.bench.report.Benchmark;
import hoso.bench.start.StartBench;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/// Lists the benchmarks, or runs one. Exit status: 0 well, 1 something was lost or done twice or could not
/// be measured, 2 not understood.
public final class Bench {
    private static final List<Benchmark> ALL = List.of(
            new RelayBench(),
            new KillBench(),
            new StartBench(),
            new RequestBench(),
            new IssueBench(),
            new VerifyBench(),
            new ForgeryBench(),
            new BombsBench());
    private final PrintStream out;

    private Bench(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        // Servers go away on purpose here; what their clients say about that is no news.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.OFF);
        System.exit(new Bench(System.out).run(List.of(arguments)));
    }

    private int run(List<String> arguments) throws Exception {
        if (arguments.isEmpty() || arguments.contains("--help") || arguments.contains("-h")) {
            list();
            return 0;
        }
        try {
            var benchmark = find(arguments.getFirst());
            var options = Options.of(benchmark.options(), arguments.subList(1, arguments.size()));
            var outcome = benchmark.run(options, new Progress(out));
            out.println(outcome.figures());
            return outcome.isPassed() ? 0 : 1;
        } catch (Options.Misunderstood e) {
            out.println("bench: " + e.getMessage() + " (./hoso bench lists what there is)");
            return 2;
        } catch (IOException | SQLException e) {
            out.println("bench: " + e.getMessage());
            return 1;
        }
    }

    private static Benchmark find(String name) throws Options.Misunderstood {
        return ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Options.Misunderstood("there is no benchmark " + name));
    }

    private void list() {
        out.println("usage: ./hoso bench NAME [--option value ...]");
        for (var benchmark : ALL) {
            out.println();
            out.println("  " + benchmark.name() + "  " + benchmark.about());
            benchmark.options().forEach((name, value) -> out.println("      --" + name + " " + value));
        }
    }
}
