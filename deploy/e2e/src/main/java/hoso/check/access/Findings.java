package hoso.check.access;

import hoso.check.contract.Operation;
import hoso.e2e.Http;
import hoso.local.command.Progress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What was answered, and what of it is not as it is due. May be used by several threads.
final class Findings {
    private static final int QUOTED = 160;
    private final Progress progress;
    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private final LongAdder calls = new LongAdder();
    private final LongAdder leaks = new LongAdder();
    private final LongAdder denials = new LongAdder();
    private final LongAdder undeclared = new LongAdder();
    private final LongAdder faults = new LongAdder();

    Findings(Progress progress) {
        this.progress = progress;
    }

    /// Counts an answer, and looks at what holds for every answer.
    void answered(Operation operation, String who, Http.Reply reply) {
        calls.increment();
        if (reply.status() >= 500) {
            faults.increment();
            say("5xx", operation, who, reply);
        } else if (!operation.statuses().contains(reply.status())) {
            undeclared.increment();
            say("undeclared", operation, who, reply);
        }
    }

    /// Somebody learned or did what is not theirs.
    void leak(Operation operation, String who, Http.Reply reply, String due) {
        leaks.increment();
        say("leak, due is " + due, operation, who, reply);
    }

    /// Somebody who may was turned away: a rule that nobody passes would hide every leak behind it.
    void denial(Operation operation, String who, Http.Reply reply) {
        denials.increment();
        say("denied", operation, who, reply);
    }

    /// Each kind of finding once for a route: what is wrong with a route is wrong for many.
    private void say(String what, Operation operation, String who, Http.Reply reply) {
        if (!said.add(what + operation.service() + operation.name() + reply.status())) {
            return;
        }
        var text = reply.text();
        progress.say(what + ": " + operation.service() + " " + operation.name() + " as " + who + ": " + reply.status()
                + " " + text.substring(0, Math.min(QUOTED, text.length())).replace('\n', ' '));
    }

    long calls() {
        return calls.sum();
    }

    long leaks() {
        return leaks.sum();
    }

    long denials() {
        return denials.sum();
    }

    long undeclared() {
        return undeclared.sum();
    }

    long faults() {
        return faults.sum();
    }
}
