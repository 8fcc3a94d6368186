package hoso.check.access;

import hoso.check.Check;
import hoso.check.Options;
import hoso.check.Progress;
import hoso.check.Result;
import hoso.check.contract.Contracts;
import hoso.check.contract.Operation;
import hoso.e2e.Http;
import hoso.e2e.RunningSystem;
import java.util.Map;

/// Asks each route without a token: what is not open to everybody answers 401.
public final class AccessCheck implements Check {

    @Override
    public String name() {
        return "access";
    }

    @Override
    public String about() {
        return "every route of every service, asked by everybody: nobody gets what is not theirs";
    }

    @Override
    public Map<String, String> options() {
        return Map.of();
    }

    @Override
    public Result run(RunningSystem system, Options options, Progress progress) {
        var operations = Contracts.operations(system);
        var calls = 0;
        var leaks = 0;
        for (var operation : operations) {
            if (!operation.schemes().isEmpty()) {
                calls++;
                var status = ask(system, operation).status();
                if (status != 401) {
                    leaks++;
                    progress.say(operation.service() + " " + operation.name() + " without a token: 401 is due, got "
                            + status);
                }
            }
            progress.count("routes", calls, operations.size());
        }
        return new Result(name())
                .with("routes", operations.size())
                .with("calls", calls)
                .due0("leaks", leaks);
    }

    private static Http.Reply ask(RunningSystem system, Operation operation) {
        var path = operation.path().replaceAll("\\{[^}]+}", "0192f0c4-7d1c-7abc-8def-0123456789ab");
        var headers = operation
                .body()
                .map(body -> Map.of("Content-Type", body.getKey()))
                .orElse(Map.of());
        return Http.send(operation.verb(), system.url(operation.service()) + path, headers, new byte[0]);
    }
}
