package dev.tradeoff.mcda;

import java.util.Arrays;
import java.util.Comparator;

/** Who is where. Strengths within the tolerance of the best of a group are level with it. */
final class Standing {

    private Standing() {}

    /** 1 is best; those that are level share a rank and the next ranks are left out: 1, 2, 2, 4. */
    static int[] ranks(double[] strengths, double tolerance) {
        var descending = descending(strengths);
        var ranks = new int[strengths.length];
        var rank = 1;
        for (var place = 1; place <= ranks.length; place++) {
            var option = descending[place - 1];
            if (strengths[option] < strengths[descending[rank - 1]] - tolerance) {
                rank = place;
            }
            ranks[option] = rank;
        }
        return ranks;
    }

    private static Integer[] descending(double[] strengths) {
        var options = new Integer[strengths.length];
        for (var i = 0; i < options.length; i++) {
            options[i] = i;
        }
        Arrays.sort(
                options, Comparator.comparingDouble((Integer i) -> strengths[i]).reversed());
        return options;
    }

    /** Those that are first, ascending. */
    static int[] first(double[] strengths, double tolerance) {
        var level = Numbers.max(strengths) - tolerance;
        var first = new int[strengths.length];
        var count = 0;
        for (var i = 0; i < strengths.length; i++) {
            if (strengths[i] >= level) {
                first[count++] = i;
            }
        }
        return Arrays.copyOf(first, count);
    }

    static boolean isIn(int option, int[] options) {
        for (var one : options) {
            if (one == option) {
                return true;
            }
        }
        return false;
    }

    static boolean areAllIn(int[] some, int[] options) {
        for (var one : some) {
            if (!isIn(one, options)) {
                return false;
            }
        }
        return true;
    }
}
