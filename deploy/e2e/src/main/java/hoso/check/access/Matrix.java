package hoso.check.access;

import hoso.check.contract.Operation;
import hoso.e2e.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One route asked by one caller, about everything there is, and compared with what the rule says.
final class Matrix {
    private final Ask ask;
    private final World world;
    private final Findings findings;

    Matrix(Ask ask, World world, Findings findings) {
        this.ask = ask;
        this.world = world;
        this.findings = findings;
    }

    /// Asks, and answers what is left for the end: what has effect on the thing that is asked about.
    List<Runnable> run(Operation operation, Rule rule, Actor actor) {
        return switch (Due.of(rule, actor)) {
            case Due.Open() -> {
                answer(operation, actor.name(), ask.unknown(operation, actor.headers()));
                if (hasId(operation)) {
                    answer(operation, actor.name() + ", malformed id", ask.malformed(operation, actor.headers()));
                }
                yield List.of();
            }
            case Due.Shut() -> {
                shut(operation, actor.name(), actor.headers());
                yield List.of();
            }
            case Due.Refused(var status) -> {
                refused(operation, rule, actor, status);
                yield List.of();
            }
            case Due.LetIn(var grant) -> letIn(operation, grant, actor);
        };
    }

    private void refused(Operation operation, Rule rule, Actor actor, int due) {
        refused(operation, actor.name(), ask.unknown(operation, actor.headers()), due);
        if (!hasId(operation)) {
            return;
        }
        var malformed = answer(operation, actor.name() + ", malformed id", ask.malformed(operation, actor.headers()));
        if (malformed.status() < 400) {
            findings.leak(operation, actor.name() + ", malformed id", malformed, Integer.toString(due));
        }
        if (rule instanceof Rule.Granted(var grants)) {
            for (var side : Side.values()) {
                world.id(grants.getFirst().of(), side)
                        .ifPresent(id -> refused(
                                operation,
                                actor.name() + ", thing of " + side,
                                ask.about(operation, id, actor.headers()),
                                due));
            }
        }
    }

    /// With a token that is none of the service's own, or no good one: `401`, or the same for everybody.
    void badToken(Operation operation, Rule rule, String what, String token) {
        var headers = Map.of("Authorization", "Bearer " + token);
        switch (rule) {
            case Rule.Anybody() -> answer(operation, what, ask.unknown(operation, headers));
            case Rule.Signature(), Rule.Wallet() -> shut(operation, what, headers);
            case Rule.Granted _ -> refused(operation, what, ask.unknown(operation, headers), 401);
        }
    }

    private void shut(Operation operation, String who, Map<String, String> headers) {
        var reply = answer(operation, who, ask.unknown(operation, headers));
        if (reply.status() < 400) {
            findings.leak(operation, who, reply, "a refusal");
        }
    }

    private void refused(Operation operation, String who, Http.Reply reply, int due) {
        answer(operation, who, reply);
        // For whom an address is not there, it may as well be forbidden.
        if (reply.status() != due && !(due == 404 && reply.status() == 403)) {
            findings.leak(operation, who, reply, Integer.toString(due));
        }
    }

    private List<Runnable> letIn(Operation operation, Grant grant, Actor actor) {
        if (!hasId(operation)) {
            Runnable call = () -> owned(operation, grant, actor.name(), ask.unknown(operation, actor.headers()));
            if (grant.isEnding()) {
                return List.of(call);
            }
            call.run();
            return List.of();
        }
        var unknown = answer(operation, actor.name() + ", unknown id", ask.unknown(operation, actor.headers()));
        if (unknown.status() < 300) {
            findings.leak(operation, actor.name() + ", unknown id", unknown, "a refusal");
        }
        answer(operation, actor.name() + ", malformed id", ask.malformed(operation, actor.headers()));
        var later = new ArrayList<Runnable>();
        for (var side : Side.values()) {
            world.id(grant.of(), side).ifPresent(id -> {
                var who = actor.name() + ", thing of " + side;
                if (!actor.owns(grant.of(), side)) {
                    notOwned(operation, who, ask.about(operation, id, actor.headers()), unknown);
                } else if (grant.isEnding()) {
                    later.add(() -> owned(operation, grant, who, ask.about(operation, id, actor.headers())));
                } else {
                    owned(operation, grant, who, ask.about(operation, id, actor.headers()));
                }
            });
        }
        return later;
    }

    /// What belongs to somebody else is answered as what does not exist.
    private void notOwned(Operation operation, String who, Http.Reply reply, Http.Reply unknown) {
        answer(operation, who, reply);
        if (reply.status() < 300 || !told(reply).equals(told(unknown))) {
            findings.leak(operation, who, reply, told(unknown));
        }
    }

    private void owned(Operation operation, Grant grant, String who, Http.Reply reply) {
        answer(operation, who, reply);
        var isForbidden = told(reply).equals("403 forbidden") && !grant.mayBeRefusedByBody();
        if (reply.status() == 401 || isForbidden || told(reply).equals("403 account-level-too-low")) {
            findings.denial(operation, who, reply);
        }
    }

    private Http.Reply answer(Operation operation, String who, Http.Reply reply) {
        findings.answered(operation, who, reply);
        return reply;
    }

    /// Status and the name of the problem: all that a caller could tell two refusals apart by.
    private static String told(Http.Reply reply) {
        var type = reply.json().path("type").asText();
        return reply.status() + " " + type.substring(type.indexOf('#') + 1);
    }

    private static boolean hasId(Operation operation) {
        return operation.path().contains("{");
    }
}
