package dev.tradeoff.recommendation;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Member;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.mcda.Acceptability;
import dev.tradeoff.mcda.Analysis;
import dev.tradeoff.mcda.Cell;
import dev.tradeoff.recommendation.EvidenceUsed.Survival;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the arithmetic says of one appraisal under one set of weights: who wins by which method, how easily another would,
 * and what is left of it without weak evidence. Options and criteria are told by their index in the appraisal.
 *
 * @param analysis by the method that was asked for
 * @param byMethod the first of each method
 * @param acceptability under all weightings
 * @param stripped the same question without weak evidence; empty where nothing has a weight then
 */
record Outcome(
        Requirements requirements,
        Appraisal appraisal,
        Analysis analysis,
        Map<MethodName, List<Integer>> byMethod,
        Acceptability acceptability,
        Optional<Stripped> stripped,
        Evidence evidence) {

    static final double TOO_CLOSE = 0.02;
    static final double SMALL_FLIP = 0.1;

    /** @param weights one for each column, summing to 1 */
    static Outcome of(
            Requirements requirements,
            Appraisal appraisal,
            double[] weights,
            Optional<Stripped> stripped,
            Evidence evidence) {
        var matrix = appraisal.matrix();
        var chosen = Objects.requireNonNull(requirements.method());
        var analysis = Analysis.of(matrix, weights, Anchored.of(chosen, weights.length));
        var byMethod = new EnumMap<MethodName, List<Integer>>(MethodName.class);
        for (var method : MethodName.values()) {
            byMethod.put(
                    method,
                    method == chosen
                            ? analysis.winners()
                            : Analysis.of(matrix, weights, Anchored.of(method, weights.length))
                                    .winners());
        }
        return new Outcome(
                requirements,
                appraisal,
                analysis,
                byMethod,
                analysis.acceptability(
                        Objects.requireNonNull(requirements.samples()), Objects.requireNonNull(requirements.seed())),
                stripped,
                evidence);
    }

    MethodName method() {
        return Objects.requireNonNull(requirements.method());
    }

    /** Index of the option that alone is first; null where several share the first rank. */
    @Nullable
    Integer first() {
        return analysis.winners().size() == 1 ? analysis.winners().getFirst() : null;
    }

    /** Indices, best first; level ones in the comparison's order. */
    List<Integer> order() {
        return IntStream.range(0, appraisal.options().size())
                .boxed()
                .sorted(Comparator.comparing(analysis.ranks()::get))
                .toList();
    }

    Option option(int index) {
        return appraisal.options().get(index);
    }

    String slug(int index) {
        return option(index).slug();
    }

    List<String> slugs(List<Integer> indices) {
        return indices.stream().map(this::slug).toList();
    }

    /** The methods that have others first. */
    List<MethodName> dissenting() {
        return byMethod.entrySet().stream()
                .filter(entry -> !entry.getValue().containsAll(analysis.winners()))
                .map(Map.Entry::getKey)
                .toList();
    }

    Survival survival() {
        var first = first();
        return first == null
                ? Survival.NO
                : stripped.map(without -> without.survival(option(first))).orElse(Survival.NO);
    }

    /** Those who are first without weak evidence. */
    List<Option> winnersWithoutWeakEvidence() {
        return stripped.map(Stripped::winners).orElse(List.of());
    }

    /**
     * Every rule that holds, the decisive one first. Bounds are held against figures as they are shown: 0.6 − 0.5 is 0.1,
     * and not less.
     */
    List<Verdict.Rule> rules() {
        var margin = analysis.margin();
        if (margin == null) {
            return List.of(survival() == Survival.NO ? Verdict.Rule.WEAK_EVIDENCE : Verdict.Rule.ONLY_OPTION);
        }
        var rules = new ArrayList<Verdict.Rule>();
        if (Figures.rounded(margin) < TOO_CLOSE) {
            rules.add(Verdict.Rule.SMALL_MARGIN);
        }
        if (rangesOverlap()) {
            rules.add(Verdict.Rule.OVERLAPPING_RANGES);
        }
        if (analysis.smallestFlip()
                .filter(flip -> Figures.rounded(flip.change()) < SMALL_FLIP)
                .isPresent()) {
            rules.add(Verdict.Rule.SMALL_FLIP);
        }
        if (!dissenting().isEmpty()) {
            rules.add(Verdict.Rule.METHODS_DISAGREE);
        }
        if (survival() == Survival.NO) {
            rules.add(Verdict.Rule.WEAK_EVIDENCE);
        }
        return rules.isEmpty() ? List.of(Verdict.Rule.ROBUST) : rules;
    }

    Verdict verdict() {
        return rules().getFirst().verdict();
    }

    /**
     * Whether the second, or one that shares the second place, could be level with the first, if what is unknown turned out
     * so.
     */
    private boolean rangesOverlap() {
        var order = order();
        var ranges = analysis.scoreRanges();
        var second = analysis.ranks().get(order.get(1));
        return order.stream()
                .skip(1)
                .takeWhile(option -> analysis.ranks().get(option).equals(second))
                .anyMatch(option -> overlap(ranges.get(order.getFirst()), ranges.get(option)));
    }

    private static boolean overlap(Cell.Range first, Cell.Range second) {
        boolean open = first.min() < first.max() || second.min() < second.max();
        return open && first.min() <= second.max() && second.min() <= first.max();
    }

    /** The claims that the ranked options' cells rest on, in the comparison's order. */
    List<String> claims(Comparison comparison) {
        var used = new HashSet<String>();
        appraisal.rows().forEach(row -> row.forEach(cell -> used.addAll(cell.claims())));
        return comparison.claims().stream()
                .map(Member::slug)
                .filter(used::contains)
                .toList();
    }

    /** Those of them that are weak. */
    List<String> weakClaims(Comparison comparison) {
        return evidence.weak(claims(comparison));
    }

    double[] weights() {
        return analysis.weights().stream().mapToDouble(Double::doubleValue).toArray();
    }

    double editorialShare() {
        return appraisal.editorialShare(weights());
    }

    /** By how much a factor speaks for the one rather than the other, as a part of a weighted sum. */
    double lead(int one, int other, int column) {
        return analysis.weights().get(column) * (appraisal.utility(one, column) - appraisal.utility(other, column));
    }
}
