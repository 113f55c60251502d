package dev.tradeoff.recommendation;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.mcda.Analysis;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is ahead of whom in one appraisal, by one method and one set of weights. Options and criteria are told by their index in
 * the appraisal.
 */
final class Ranking {

    private final Appraisal appraisal;
    private final MethodName method;
    private final Analysis analysis;
    private final List<Double> weights;
    private final List<Integer> winners;
    private final List<Integer> ranks;
    private final List<Integer> order;

    /** @param given one weight for each column, summing to 1 */
    Ranking(Appraisal appraisal, double[] given, MethodName method) {
        this.appraisal = appraisal;
        this.method = method;
        this.analysis = Analysis.of(appraisal.groundwork(method), given);
        this.weights = analysis.weights();
        this.winners = analysis.winners();
        this.ranks = analysis.ranks();
        this.order = order(ranks);
    }

    private static List<Integer> order(List<Integer> ranks) {
        var order = new Integer[ranks.size()];
        Arrays.setAll(order, option -> option);
        Arrays.sort(order, Comparator.comparing(ranks::get));
        return List.of(order);
    }

    Appraisal appraisal() {
        return appraisal;
    }

    MethodName method() {
        return method;
    }

    Analysis analysis() {
        return analysis;
    }

    /** One for each column, summing to 1. */
    List<Double> weights() {
        return weights;
    }

    double weight(int column) {
        return weights.get(column);
    }

    /** Indices of those of rank 1. */
    List<Integer> winners() {
        return winners;
    }

    /** The first by another method. */
    List<Integer> winnersBy(MethodName other) {
        return other == method ? winners : analysis.winnersBy(appraisal.groundwork(other));
    }

    int rank(int option) {
        return ranks.get(option);
    }

    /** Indices, best first; level ones in the comparison's order. */
    List<Integer> order() {
        return order;
    }

    /** Index of the option that alone is first; null where several share the first rank. */
    @Nullable
    Integer first() {
        return winners.size() == 1 ? winners.getFirst() : null;
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

    /** By how much a factor speaks for the one rather than the other, as a part of a weighted sum. */
    double lead(int one, int other, int column) {
        return weight(column) * (appraisal.utility(one, column) - appraisal.utility(other, column));
    }
}
