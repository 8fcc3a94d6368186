package hoso.bench.report;

import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.util.Map;

/// One benchmark, found by its name on the command line.
public interface Benchmark {

    String name();

    /// What it shows, in a sentence.
    String about();

    /// The options it takes, with their defaults.
    Map<String, String> options();

    /// Runs to the end, or until it has found out that there is none.
    Outcome run(Options options, Progress progress) throws Exception;
}
