package hoso.chassis.problem;

/// Carries a [Problem] from a resource to the edge. It has no stack trace: it is an answer, not a fault.
@SuppressWarnings("serial") // never serialized: it lives within one request
public class ProblemException extends RuntimeException {
    private final Problem problem;

    protected ProblemException(Problem problem) {
        super(problem.slug(), null, false, false);
        this.problem = problem;
    }

    /// What to answer.
    public Problem problem() {
        return problem;
    }
}
