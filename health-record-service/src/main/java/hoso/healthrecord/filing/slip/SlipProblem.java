package hoso.healthrecord.filing.slip;

import hoso.chassis.problem.Problem;

/// Why a slip does not serve.
final class SlipProblem {
    private SlipProblem() {}

    /// 404: no such slip of this patient.
    static Problem unknown() {
        return Problem.of(404, "slip-unknown");
    }

    /// 409: used, over, or not yet valid.
    static Problem notValid(SlipAnswer slip) {
        var problem = Problem.of(409, "slip-not-valid")
                .with("state", slip.state().name())
                .with("validFrom", slip.validFrom())
                .with("validUntil", slip.validUntil());
        return slip.usedAt() == null ? problem : problem.with("usedAt", slip.usedAt());
    }

    /// 409: the letter refers to another facility.
    static Problem forAnother() {
        return Problem.of(409, "slip-for-another");
    }
}
