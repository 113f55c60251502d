package dev.tradeoff.evidence;

import dev.tradeoff.evidence.EvidenceFinding.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Relative claims that hold for a pair of absolute ones: “40 to 60 % more” for a figure of its option and one of the option
 * that it is compared with. What the pair gives must lie within what is claimed. A range is meant as it stands; of a single
 * value, 1 % more or less of the factor is the same; of what its source calls approximate, 5 %. (So “50 % more” is 48.5 to
 * 51.5 %, “about 50 % more” 42.5 to 57.5 %.)
 */
final class Agreements {

    /** Of one option and metric: each relative claim is held against the pairs of so many. */
    private static final int MOST_FIGURES = 50;

    private static final int MOST_FINDINGS = 1_000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal EXACT = new BigDecimal("0.01");
    private static final BigDecimal APPROXIMATE = new BigDecimal("0.05");

    private final Wording words;
    private final Report report;
    private int found;

    Agreements(Wording words, Report report) {
        this.words = words;
        this.report = report;
    }

    private record Of(String option, String metric) {}

    void find(List<Quantity> quantities) {
        var absolute = new HashMap<Of, List<Quantity>>();
        for (var quantity : quantities) {
            if (quantity.isAbsolute() && quantity.values().isPositive()) {
                absolute.computeIfAbsent(new Of(quantity.claim().option(), quantity.metric()), of -> new ArrayList<>())
                        .add(quantity);
            }
        }
        quantities.forEach(quantity -> hold(quantity, absolute));
    }

    private void hold(Quantity relative, Map<Of, List<Quantity>> absolute) {
        var comparedTo = relative.claim().comparedTo();
        var metric = Metric.about(relative.claim().metric());
        if (comparedTo == null
                || metric.isEmpty()
                || !relative.isFactor()
                || !relative.values().isPositive()) {
            return;
        }
        var claimed = claimed(relative);
        for (var own : few(absolute, relative.claim().option(), metric.get())) {
            for (var other : few(absolute, comparedTo, metric.get())) {
                boolean holds =
                        areComparable(relative, own, other) && claimed.containsQuotient(own.values(), other.values());
                if (holds && found < MOST_FINDINGS) {
                    found++;
                    finding(relative, own, other);
                }
            }
        }
    }

    private static List<Quantity> few(Map<Of, List<Quantity>> absolute, String option, String metric) {
        var figures = absolute.getOrDefault(new Of(option, metric), List.of());
        return figures.subList(0, Math.min(figures.size(), MOST_FIGURES));
    }

    private static boolean areComparable(Quantity relative, Quantity own, Quantity other) {
        return own.dimension().equals(other.dimension())
                && own.mayShareConditionsWith(other)
                && own.mayShareConditionsWith(relative)
                && other.mayShareConditionsWith(relative)
                && !own.claim().option().equals(other.claim().option());
    }

    private static Interval claimed(Quantity relative) {
        if (relative.claim().approximate()) {
            return relative.values().widened(APPROXIMATE);
        }
        return relative.claim().range() == null ? relative.values().widened(EXACT) : relative.values();
    }

    private void finding(Quantity relative, Quantity own, Quantity other) {
        var factor = own.values().over(other.values());
        var percent = factor.each(end -> end.subtract(BigDecimal.ONE).multiply(HUNDRED, MathContext.DECIMAL128));
        report.add(new EvidenceFinding(
                Kind.CONSISTENT,
                List.of(
                        relative.claim().slug(),
                        own.claim().slug(),
                        other.claim().slug()),
                "The claim of " + Wording.named(relative) + " holds for " + Wording.named(own) + " of "
                        + words.option(own.claim().option()) + " and " + Wording.named(other) + " of "
                        + words.option(other.claim().option()) + ": " + Wording.brief(factor) + " times as much ("
                        + Wording.more(percent) + ").",
                Stream.concat(
                                Figure.in(relative.claim(), own.claim(), other.claim()),
                                Figure.out("percent", percent, "%", null))
                        .toList(),
                own.conditions() == null || other.conditions() == null
                        ? "Find out whether both figures were taken under the same conditions: as long as nobody says, the agreement may be chance."
                        : "Nothing is left to settle: the figures were taken under the same conditions."));
    }
}
