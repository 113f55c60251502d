package dev.tradeoff.matrix;

import dev.tradeoff.shared.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Wrong cells of a file that may have very many of them: all are counted, and so many kept that people can mend. */
final class Mistakes {

    private static final int MOST = 1_000;

    private final List<Problem.Flaw> kept = new ArrayList<>();
    private int count;

    void add(Problem.Flaw flaw) {
        count++;
        if (kept.size() < MOST) {
            kept.add(flaw);
        }
    }

    void addAll(Mistakes others) {
        count += others.count;
        kept.addAll(others.kept.subList(0, Math.min(others.kept.size(), MOST - kept.size())));
    }

    boolean isEmpty() {
        return count == 0;
    }

    List<Problem.Flaw> kept() {
        return List.copyOf(kept);
    }

    String said() {
        return (count == 1 ? "one cell is wrong" : count + " cells are wrong")
                + (count > kept.size() ? "; here are the first " + kept.size() + "." : ".");
    }
}
