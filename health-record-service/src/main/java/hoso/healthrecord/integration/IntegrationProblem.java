package hoso.healthrecord.integration;

import hoso.chassis.problem.Problem;

/// What a citizen is told when the record cannot be taken into the app.
public final class IntegrationProblem {
    private IntegrationProblem() {}

    /// 403: identity-service does not vouch for the caller.
    public static Problem notVouched() {
        return Problem.of(403, "identity-not-vouched");
    }

    static Problem integratedElsewhere() {
        return Problem.of(409, "integrated-elsewhere");
    }

    static Problem otherRecordIntegrated() {
        return Problem.of(409, "other-record-integrated");
    }
}
