package dev.tradeoff.shared.problem;

/** Ends a request with a problem. It carries no stack trace: it is an answer, not a defect. */
public final class Refused extends RuntimeException {

    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
