package hoso.chassis.http;

import hoso.chassis.problem.Problem;
import hoso.chassis.problem.ProblemException;

/// A service or partner did not answer in time, or answered with a fault of its own: 503, try again.
@SuppressWarnings("serial") // never serialized
public class PartnerAway extends ProblemException {

    /// @param partner who did not answer, as an operator calls it; never an address
    public PartnerAway(String partner) {
        super(Problem.of(503, "partner-away").with("partner", partner).header("Retry-After", "5"));
    }
}
