package hoso.check;

import hoso.e2e.RunningSystem;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.util.Map;

/// One check of a running system, found by its name on the command line.
public interface Check {

    /// One word in lower case.
    String name();

    /// What it shows, in a sentence.
    String about();

    /// The options it takes beside `--home`, with their defaults: `requests` to `20000` is typed as `--requests 20000`.
    Map<String, String> options();

    /// Runs to its end. Differences are said through `progress` when they are found and counted in the result.
    ///
    /// @throws Options.Misunderstood when a value of an option is none
    Result run(RunningSystem system, Options options, Progress progress) throws Exception;
}
