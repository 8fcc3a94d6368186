package hoso.healthrecord.access.gate;

import hoso.chassis.problem.Problem;

/// What somebody is told to whom the gate stays shut.
public final class AccessProblem {
    private AccessProblem() {}

    public static Problem of(AccessRefusal refusal) {
        return switch (refusal) {
            case NONE -> Problem.notFound();
            case NOT_YET, EXPIRED, ENDED ->
                Problem.of(403, "record-access-ended").with("because", refusal.name());
            case OTHER_PURPOSE -> Problem.of(403, "record-access-other-purpose");
            case SUMMARY_ONLY -> Problem.of(403, "record-access-summary-only");
            case NOT_COVERED -> Problem.of(403, "record-access-not-covered");
            case TOO_OFTEN -> Problem.of(429, "record-access-too-often");
        };
    }
}
