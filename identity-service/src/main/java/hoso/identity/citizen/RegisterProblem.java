package hoso.identity.citizen;

import hoso.chassis.problem.Problem;

/// What is told while the population register gives no usable answer.
public final class RegisterProblem {
    private RegisterProblem() {}

    public static Problem unavailable() {
        return Problem.of(503, "register-unavailable").header("Retry-After", "30");
    }
}
