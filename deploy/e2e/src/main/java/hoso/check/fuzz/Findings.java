package hoso.check.fuzz;

import hoso.check.Result;
import hoso.local.command.Progress;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// What was found. Of findings of one kind at one operation the first few are told. May be used by several threads.
final class Findings {
    private static final int TOLD = 2;

    private final Progress progress;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Map<String, Integer> told = new HashMap<>();
    private long requests;

    Findings(Progress progress) {
        this.progress = progress;
    }

    synchronized void answered(int status) {
        requests++;
        statuses.merge(status, 1L, Long::sum);
    }

    synchronized void found(Kind kind, Attempt attempt, String what) {
        counts.merge(kind, 1L, Long::sum);
        var place = kind + " " + attempt.operation().name() + " " + what.split(" ", 2)[0];
        if (told.merge(place, 1, Integer::sum) <= TOLD) {
            progress.say("%s: request %d: %s%n            %s"
                    .formatted(kind.figure(), attempt.number(), what, attempt.inShort()));
        }
    }

    /// How often each status came.
    synchronized String statuses() {
        return statuses.toString();
    }

    synchronized Result result(String name) {
        var result = new Result(name).with("requests", requests);
        for (var kind : Kind.values()) {
            result.due0(kind.figure(), counts.getOrDefault(kind, 0L));
        }
        return result;
    }
}
