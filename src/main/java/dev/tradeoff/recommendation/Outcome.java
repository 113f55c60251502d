package dev.tradeoff.recommendation;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.mcda.Acceptability;
import dev.tradeoff.mcda.Analysis;
import dev.tradeoff.mcda.Cell;
import dev.tradeoff.recommendation.EvidenceUsed.Survival;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a ranking can be relied on: who wins by which other method, how easily another would, and what is left of it
 * without weak evidence.
 */
final class Outcome {

    static final double TOO_CLOSE = 0.02;
    static final double SMALL_FLIP = 0.1;

    private final Requirements requirements;
    private final Ranking ranking;
    private final Map<MethodName, List<Integer>> byMethod;
    private final List<MethodName> dissenting;
    private final Prospects prospects;
    private final Optional<Stripped> stripped;
    private final Survival survival;
    private final ClaimsUsed claims;
    private final double editorialShare;
    private final List<Verdict.Rule> rules;

    /**
     * @param stripped the same question without weak evidence; empty where nothing has a weight then
     * @param claims beneath the ranking
     */
    Outcome(Requirements requirements, Ranking ranking, Optional<Stripped> stripped, ClaimsUsed claims) {
        this.requirements = requirements;
        this.ranking = ranking;
        this.byMethod = byMethod(ranking);
        this.dissenting = byMethod.entrySet().stream()
                .filter(entry -> !entry.getValue().containsAll(ranking.winners()))
                .map(Map.Entry::getKey)
                .toList();
        this.prospects = ranking.appraisal()
                .prospects(
                        ranking.analysis(),
                        ranking.method(),
                        Objects.requireNonNull(requirements.samples()),
                        Objects.requireNonNull(requirements.seed()));
        this.stripped = stripped;
        this.survival = survival(ranking, stripped);
        this.claims = claims;
        this.editorialShare = ranking.appraisal().editorialShare(ranking.weights());
        this.rules = decidedBy();
    }

    private static Map<MethodName, List<Integer>> byMethod(Ranking ranking) {
        var byMethod = new EnumMap<MethodName, List<Integer>>(MethodName.class);
        for (var method : MethodName.values()) {
            byMethod.put(method, ranking.winnersBy(method));
        }
        return byMethod;
    }

    private static Survival survival(Ranking ranking, Optional<Stripped> stripped) {
        var first = ranking.first();
        return first == null
                ? Survival.NO
                : stripped.map(without -> without.survival(ranking.option(first)))
                        .orElse(Survival.NO);
    }

    Requirements requirements() {
        return requirements;
    }

    Ranking ranking() {
        return ranking;
    }

    Appraisal appraisal() {
        return ranking.appraisal();
    }

    Analysis analysis() {
        return ranking.analysis();
    }

    /** The first of each method, by index. */
    Map<MethodName, List<Integer>> byMethod() {
        return byMethod;
    }

    /** The methods that have others first. */
    List<MethodName> dissenting() {
        return dissenting;
    }

    /** Under all weightings. */
    Acceptability acceptability() {
        return prospects.acceptability();
    }

    Prospects prospects() {
        return prospects;
    }

    Optional<Stripped> stripped() {
        return stripped;
    }

    Survival survival() {
        return survival;
    }

    /** Those who are first without weak evidence. */
    List<Option> winnersWithoutWeakEvidence() {
        return stripped.map(Stripped::winners).orElse(List.of());
    }

    ClaimsUsed claims() {
        return claims;
    }

    /** Every rule that holds, the decisive one first. */
    List<Verdict.Rule> rules() {
        return rules;
    }

    Verdict verdict() {
        return rules.getFirst().verdict();
    }

    /** Bounds are held against figures as they are shown: 0.6 − 0.5 is 0.1, and not less. */
    private List<Verdict.Rule> decidedBy() {
        var margin = analysis().margin();
        if (margin == null) {
            return List.of(survival == Survival.NO ? Verdict.Rule.WEAK_EVIDENCE : Verdict.Rule.ONLY_OPTION);
        }
        var holding = new ArrayList<Verdict.Rule>();
        if (Figures.rounded(margin) < TOO_CLOSE) {
            holding.add(Verdict.Rule.SMALL_MARGIN);
        }
        if (rangesOverlap()) {
            holding.add(Verdict.Rule.OVERLAPPING_RANGES);
        }
        if (analysis()
                .smallestFlip()
                .filter(flip -> Figures.rounded(flip.change()) < SMALL_FLIP)
                .isPresent()) {
            holding.add(Verdict.Rule.SMALL_FLIP);
        }
        if (!dissenting.isEmpty()) {
            holding.add(Verdict.Rule.METHODS_DISAGREE);
        }
        if (survival == Survival.NO) {
            holding.add(Verdict.Rule.WEAK_EVIDENCE);
        }
        return holding.isEmpty() ? List.of(Verdict.Rule.ROBUST) : List.copyOf(holding);
    }

    /**
     * Whether the second, or one that shares the second place, could be level with the first, if what is unknown turned out
     * so.
     */
    private boolean rangesOverlap() {
        var order = ranking.order();
        var ranges = analysis().scoreRanges();
        int second = ranking.rank(order.get(1));
        return order.stream()
                .skip(1)
                .takeWhile(option -> ranking.rank(option) == second)
                .anyMatch(option -> overlap(ranges.get(order.getFirst()), ranges.get(option)));
    }

    private static boolean overlap(Cell.Range first, Cell.Range second) {
        boolean open = first.min() < first.max() || second.min() < second.max();
        return open && first.min() <= second.max() && second.min() <= first.max();
    }

    double editorialShare() {
        return editorialShare;
    }
}
