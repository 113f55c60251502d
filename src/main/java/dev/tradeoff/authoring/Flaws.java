package dev.tradeoff.authoring;

import dev.tradeoff.knowledge.Violation;
import dev.tradeoff.shared.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Broken rules of a document that may have very many of them: all are counted, and so many kept that people can mend. */
final class Flaws {

    private static final int MOST = 1_000;

    private final List<Problem.Flaw> kept = new ArrayList<>();
    private int count;

    void add(String pointer, String detail) {
        count++;
        if (kept.size() < MOST) {
            kept.add(new Problem.Flaw(pointer, detail));
        }
    }

    /** @param pointer of the part of the document in which the rules are broken */
    void addAll(String pointer, List<Violation> violations) {
        violations.forEach(violation -> add(pointer + violation.pointer(), violation.detail()));
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** @param noun what breaks the rules */
    void refuse(String noun) {
        if (count > 0) {
            throw new Problem.BrokenRules(
                            noun + " breaks " + (count == 1 ? "a rule" : count + " rules") + ", and nothing was changed"
                                    + (count > kept.size() ? "; here are the first " + kept.size() + "." : "."),
                            kept)
                    .refused();
        }
    }
}
