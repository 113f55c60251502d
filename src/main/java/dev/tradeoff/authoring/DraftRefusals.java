package dev.tradeoff.authoring;

import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.PublicationRules;
import dev.tradeoff.knowledge.Violation;
import dev.tradeoff.shared.problem.Problem;
import java.util.List;

/** Refuses what no draft may hold: a malformed body where values are none of their kind, else broken rules. */
public final class DraftRefusals {

    private DraftRefusals() {}

    /** Refuses a draft in which a value is none of its kind: before anything is known of what it would replace. */
    public static void refuseMalformed(Comparison draft) {
        refuseMalformed(PublicationRules.checkDraft(draft));
    }

    /** The same of what was checked. */
    static void refuseMalformed(List<Violation> violations) {
        refuse(onlyMalformed(violations));
    }

    private static List<Violation> onlyMalformed(List<Violation> violations) {
        return violations.stream()
                .filter(violation -> violation.weight() == Violation.Weight.MALFORMED)
                .toList();
    }

    static void refuse(List<Violation> violations) {
        if (violations.isEmpty()) {
            return;
        }
        var flaws = flaws(violations);
        var first = flaws.getFirst();
        var detail = (first.pointer().isEmpty() ? "It" : first.pointer()) + " " + first.detail()
                + (flaws.size() == 1 ? "." : "; and " + (flaws.size() - 1) + " more.");
        boolean malformed = violations.stream().anyMatch(v -> v.weight() == Violation.Weight.MALFORMED);
        throw malformed
                ? new Problem.InvalidBody(detail, flaws).refused()
                : new Problem.BrokenRules(detail, flaws).refused();
    }

    static List<Problem.Flaw> flaws(List<Violation> violations) {
        return violations.stream()
                .map(v -> new Problem.Flaw(v.pointer(), v.detail()))
                .toList();
    }
}
