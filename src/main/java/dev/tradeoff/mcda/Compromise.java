package dev.tradeoff.mcda;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The compromise solution of VIKOR (Opricovic & Tzeng, 2004). The advantage of the first, Q(2) − Q(1), is acceptable
 * from 1 / (m − 1); the first is stable where it is the best by S or by R too. Without the advantage the compromise is
 * of all that are closer to the first than that; with it, but unstable, of the first and the second; else of the first
 * alone. Options that are level are treated alike, so that their order does not matter.
 */
final class Compromise {

    private final double[] q;
    private final double best;
    private final double second;

    private Compromise(double[] q) {
        var ascending = q.clone();
        Arrays.sort(ascending);
        this.q = q;
        this.best = ascending[0];
        this.second = ascending[1];
    }

    static Details.Vikor of(double[] s, double[] r, double[] q) {
        if (q.length == 1) {
            return details(s, r, q, true, true, new int[] {0});
        }
        var solution = new Compromise(q);
        var needed = 1.0 / (q.length - 1);
        var advantage = solution.second - solution.best;
        var hasAdvantage = advantage >= needed - Model.LEVEL;
        var isStable = solution.isStable(s, r);
        var compromise = hasAdvantage
                ? solution.within(isStable ? Model.LEVEL : advantage + Model.LEVEL)
                : solution.within(needed - Model.LEVEL);
        return details(s, r, q, hasAdvantage, isStable, compromise);
    }

    private boolean isStable(double[] s, double[] r) {
        var bestByS = Numbers.min(s) + Model.LEVEL;
        var bestByR = Numbers.min(r) + Model.LEVEL;
        return IntStream.of(within(Model.LEVEL)).allMatch(i -> s[i] <= bestByS || r[i] <= bestByR);
    }

    private int[] within(double distance) {
        return IntStream.range(0, q.length).filter(i -> q[i] - best <= distance).toArray();
    }

    private static Details.Vikor details(
            double[] s, double[] r, double[] q, boolean hasAdvantage, boolean isStable, int[] compromise) {
        return new Details.Vikor(
                Numbers.list(s), Numbers.list(r), Numbers.list(q), hasAdvantage, isStable, Numbers.list(compromise));
    }
}
