package dev.tradeoff.assistant;

import dev.tradeoff.shared.problem.DatabaseFailures;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.ProblemDocument;
import dev.tradeoff.shared.problem.Refused;
import org.jboss.logging.Logger;

/** What cannot be answered, in words from which an assistant can mend its call. */
final class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private Refusals() {}

    /** Of anything that a call may end with. */
    static String words(Throwable failure) {
        if (failure instanceof Refused refused) {
            return words(refused.problem());
        }
        return DatabaseFailures.problem(failure).map(Refusals::words).orElseGet(() -> {
            LOG.error("A call of an assistant failed", failure);
            return "The call failed by a mistake of the service; its log says more.";
        });
    }

    /** The detail, every place that is wrong, and where to look for what there is. */
    static String words(Problem problem) {
        var words = new StringBuilder(problem.detail());
        var errors = ProblemDocument.of(problem, Entrance.PATH).errors();
        if (errors.size() > 1) {
            errors.forEach(error ->
                    words.append("\n- ").append(error.pointer()).append(' ').append(error.detail()));
        }
        if (problem instanceof Problem.NotFound || problem instanceof Problem.Archived) {
            words.append(" list_comparisons and search tell what there is.");
        }
        if (problem instanceof Problem.BrokenRules) {
            words.append("\nread_comparison tells which factors, use cases and options there are.");
        }
        return words.toString();
    }
}
