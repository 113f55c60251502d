package dev.tradeoff.recommendation;

import java.util.List;

/** Small pieces of sentences. */
final class Prose {

    private Prose() {}

    /** “a”, “a and b”, “a, b and c”. */
    static String list(List<String> items) {
        return items.size() <= 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    static String quoted(String name) {
        return "“" + name + "”";
    }

    /** What a constraint asks for. */
    static String bounds(Requirements.Constraint constraint) {
        var minimum = constraint.minimum();
        var maximum = constraint.maximum();
        if (minimum != null && maximum != null) {
            return "between " + Figures.said(minimum) + " and " + Figures.said(maximum);
        }
        return minimum != null ? "at least " + Figures.said(minimum) : "at most " + Figures.said(maximum);
    }
}
