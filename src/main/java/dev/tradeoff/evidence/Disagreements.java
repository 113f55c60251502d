package dev.tradeoff.evidence;

import dev.tradeoff.evidence.EvidenceFinding.Kind;
import dev.tradeoff.evidence.Farthest.Pair;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one option and metric that are too far apart: contradictions, and outliers. Ranges are held against each other
 * by their nearest ends, so that those that overlap agree.
 */
final class Disagreements {

    /** Enough for every pair of 14 figures. */
    private static final int MOST_PAIRS_OF_A_KIND = 100;

    private static final int MOST_PAIRS = 1_000;

    private final EvidenceSettings settings;
    private final Wording words;
    private final Report report;

    Disagreements(EvidenceSettings settings, Wording words, Report report) {
        this.settings = settings;
        this.words = words;
        this.report = report;
    }

    void find(List<Quantity> quantities) {
        var contradictions = new Farthest<Quantity>(MOST_PAIRS);
        quantities.stream()
                .collect(Collectors.groupingBy(Quantity::kind, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(sameKind ->
                        among(sameKind).forEach(pair -> contradictions.add(pair.first(), pair.second(), pair.apart())));
        contradictions.forEach(this::contradiction);
    }

    private Farthest<Quantity> among(List<Quantity> sameKind) {
        var contradictions = new Farthest<Quantity>(MOST_PAIRS_OF_A_KIND);
        var contradicted = new boolean[sameKind.size()];
        var neighbours = new Neighbours(sameKind.size());
        for (int i = 0; i < sameKind.size(); i++) {
            for (int j = i + 1; j < sameKind.size(); j++) {
                var first = sameKind.get(i);
                var second = sameKind.get(j);
                if (first.mayShareConditionsWith(second)) {
                    double apart = first.values().apart(second.values());
                    neighbours.meet(i, j, apart);
                    if (Interval.reaches(apart, settings.contradictionRatio())) {
                        contradicted[i] = true;
                        contradicted[j] = true;
                        contradictions.add(first, second, apart);
                    }
                }
            }
        }
        mark(sameKind, contradicted);
        outliers(sameKind, neighbours);
        return contradictions;
    }

    private void mark(List<Quantity> sameKind, boolean[] contradicted) {
        for (int i = 0; i < contradicted.length; i++) {
            if (contradicted[i]) {
                report.mark(ClaimIssue.CONTRADICTION, sameKind.get(i).claim());
            }
        }
    }

    private void outliers(List<Quantity> sameKind, Neighbours neighbours) {
        for (int i = 0; i < sameKind.size(); i++) {
            if (neighbours.isFar(i, settings.outlierRatio())) {
                outlier(sameKind.get(i), sameKind.get(neighbours.nearest(i)), sameKind.size());
            }
        }
    }

    /** Of each figure, which other one is the nearest; those without a ratio are nobody's neighbours. */
    private static final class Neighbours {

        private final double[] apart;
        private final int[] nearest;

        Neighbours(int many) {
            apart = new double[many];
            Arrays.fill(apart, Interval.NO_RATIO);
            nearest = new int[many];
        }

        void meet(int i, int j, double distance) {
            take(i, j, distance);
            take(j, i, distance);
        }

        private void take(int i, int other, double distance) {
            if (distance < apart[i]) {
                apart[i] = distance;
                nearest[i] = other;
            }
        }

        boolean isFar(int i, double ratio) {
            return apart[i] != Interval.NO_RATIO && Interval.reaches(apart[i], ratio);
        }

        int nearest(int i) {
            return nearest[i];
        }
    }

    private void contradiction(Pair<Quantity> pair) {
        var first = pair.first();
        var second = pair.second();
        var ratio = first.values().ratio(second.values());
        var both = Wording.named(first) + " and " + Wording.named(second) + ".";
        var detail = ratio.map(times -> "Two figures of " + words.kind(first) + " are " + Wording.times(times)
                        + " apart" + asFactors(first) + ": ")
                .orElseGet(() -> "Two figures of " + words.kind(first) + " cannot both hold: ");
        report.add(new EvidenceFinding(
                Kind.CONTRADICTION,
                List.of(first.claim().slug(), second.claim().slug()),
                detail + both + differences(first, second),
                Stream.concat(
                                Figure.in(first.claim(), second.claim()),
                                ratio.stream().map(times -> Figure.out("ratio", times, "1", null)))
                        .toList(),
                contradictionSettles(first, second)));
    }

    private static String asFactors(Quantity quantity) {
        return quantity.isFactor() ? " as factors" : "";
    }

    /** What else differs between the two, and may be why. */
    private static String differences(Quantity first, Quantity second) {
        var some = first.claim();
        var other = second.claim();
        boolean areSubjectsKnown = !some.subject().isEmpty() && !other.subject().isEmpty();
        boolean areDaysKnown = some.observedOn() != null && other.observedOn() != null;
        return (areSubjectsKnown ? difference("is", "about", some.subject(), other.subject()) : "")
                + (areDaysKnown ? difference("was observed", "on", some.observedOn(), other.observedOn()) : "");
    }

    private static String difference(String verb, String preposition, @Nullable Object first, @Nullable Object second) {
        return Objects.equals(first, second)
                ? ""
                : " The first %s %s %s, the second %s %s.".formatted(verb, preposition, first, preposition, second);
    }

    private static String contradictionSettles(Quantity first, Quantity second) {
        if (first.conditions() != null && second.conditions() != null) {
            return "Find out which of the two holds, since their conditions are the same, and mark the other as `deprecated`.";
        }
        var conditions =
                "under which conditions each was found; write them down (`conditions`): different ones would explain the gap.";
        return first.claim().subject().equals(second.claim().subject())
                ? "Find out which of the two holds, or " + conditions
                : "Find out whether figures of different subjects may stand for the same option, and " + conditions;
    }

    private void outlier(Quantity far, Quantity nearest, int figures) {
        report.mark(ClaimIssue.OUTLIER, far.claim());
        var ratio = far.values().ratio(nearest.values()).orElseThrow();
        report.add(
                new EvidenceFinding(
                        Kind.OUTLIER,
                        List.of(far.claim().slug()),
                        "The figure of " + Wording.named(far) + " is " + Wording.wholeTimes(ratio) + " away"
                                + asFactors(far)
                                + " from the nearest other one of " + words.kind(far) + ", " + Wording.named(nearest)
                                + "."
                                + differences(far, nearest),
                        Stream.concat(
                                        Figure.in(far.claim(), nearest.claim()),
                                        Stream.of(Figure.out("ratio", ratio, "1", null)))
                                .toList(),
                        figures == 2
                                ? "Find a third figure: of two that are so far apart, nobody can tell which one is out of line."
                                : "Find out what sets it apart: its unit, its workload, or a slip. If nothing does, mark it as `deprecated`."));
    }
}
