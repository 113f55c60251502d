package dev.tradeoff.recommendation;

import dev.tradeoff.mcda.Analysis;
import dev.tradeoff.mcda.Flip;
import dev.tradeoff.recommendation.Requirements.Experience;
import dev.tradeoff.recommendation.TailoredRecommendation.WhyNot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What would have to be true for the other options to win: the least change of a single weight, else a better figure on a
 * single factor, else more than that; of excluded ones, that they met the constraint.
 */
final class WhyNots {

    private static final double HALF_A_POINT = 0.5;
    private static final double BEST_RATING = 5;
    private static final int STEPS_OF_A_MEASURE = 100;

    private final Ranking ranking;
    private final Appraisal appraisal;
    private final Analysis analysis;
    private final Screening screening;

    WhyNots(Ranking ranking, Screening screening) {
        this.ranking = ranking;
        this.appraisal = ranking.appraisal();
        this.analysis = ranking.analysis();
        this.screening = screening;
    }

    List<WhyNot> all() {
        var first = ranking.first();
        var others = ranking.order().stream()
                .filter(option -> first == null || !first.equals(option))
                .map(this::whyNot);
        return Stream.concat(others, ofExcluded(screening).stream()).toList();
    }

    static List<WhyNot> ofExcluded(Screening screening) {
        return screening.excluded().stream()
                .map(exclusion -> new WhyNot(
                        exclusion.option().slug(),
                        "be considered if its score on "
                                + Prose.quoted(exclusion.factorName()) + " were "
                                + Prose.bounds(exclusion.constraint()) + " (it is "
                                + (exclusion.score() == null
                                        ? "not known exactly, but outside"
                                        : Figures.said(exclusion.score()))
                                + ")",
                        exclusion.constraint().factor(),
                        null,
                        null))
                .toList();
    }

    private WhyNot whyNot(int option) {
        if (ranking.winners().contains(option)) {
            return new WhyNot(
                    ranking.slug(option),
                    "win alone with any change in its favour: it shares the first rank",
                    null,
                    null,
                    null);
        }
        return analysis.smallestFlipTo(option)
                .map(flip -> byWeight(option, flip))
                .or(() -> byFigure(option))
                .orElseGet(() -> byMore(option));
    }

    private WhyNot byWeight(int option, Flip flip) {
        var column = appraisal.columns().get(flip.criterion());
        double until = analysis.lastsUntil(option, flip);
        var would = flip.winners().size() == 1 ? "win" : "share the first rank";
        return new WhyNot(
                ranking.slug(option),
                would + " if the weight of " + column.called() + " were "
                        + Figures.between(Math.min(flip.to(), until), Math.max(flip.to(), until), flip.from())
                        + " instead of "
                        + Figures.said(flip.from(), flip.to()),
                column.factor(),
                Figures.rounded(flip.to()),
                null);
    }

    private Optional<WhyNot> byFigure(int option) {
        int column = mostToGain(option);
        return leastThatWins(option, column, figures(option, column)).map(figure -> byFigure(option, column, figure));
    }

    /** The one factor on which the best figure would add most to a weighted sum. */
    private int mostToGain(int option) {
        return IntStream.range(0, appraisal.columns().size())
                .boxed()
                .max(Comparator.comparingDouble(
                        column -> ranking.weight(column) * (1 - appraisal.utility(option, column))))
                .orElseThrow();
    }

    /** By halving: what wins with a figure wins with a better one. */
    private Optional<Double> leastThatWins(int option, int column, List<Double> figures) {
        if (figures.isEmpty() || !wins(option, column, figures.getLast())) {
            return Optional.empty();
        }
        int loses = -1;
        int wins = figures.size() - 1;
        while (wins - loses > 1) {
            int middle = (loses + wins) / 2;
            if (wins(option, column, figures.get(middle))) {
                wins = middle;
            } else {
                loses = middle;
            }
        }
        return Optional.of(figures.get(wins));
    }

    private WhyNot byFigure(int option, int column, double figure) {
        var name = appraisal.columns().get(column).called();
        var now = appraisal.at(option, column).score();
        var would = appraisal.isExperience(column)
                ? "win if the team's experience with it were " + level(figure)
                : "win if its score on " + name + " were " + Figures.said(Figures.decimal(figure))
                        + (now == null ? "" : " instead of " + Figures.said(now))
                        + "; no weight of a single factor makes it win";
        return new WhyNot(
                ranking.slug(option), would, appraisal.columns().get(column).factor(), null, Figures.decimal(figure));
    }

    private static String level(double worth) {
        return Stream.of(Experience.values())
                .filter(level -> level.worth() >= worth)
                .findFirst()
                .orElse(Experience.EXPERT)
                .slug();
    }

    /** The figures better than its own, from the least of them on. */
    private List<Double> figures(int option, int column) {
        var scale = appraisal.columns().get(column).anchors();
        double now = appraisal.at(option, column).cell().mean();
        var better = new ArrayList<Double>();
        if (appraisal.isExperience(column)) {
            Stream.of(Experience.values())
                    .map(Experience::worth)
                    .filter(w -> w > now)
                    .forEach(better::add);
        } else if (appraisal.columns().get(column).rating()) {
            for (double score = Math.floor(now * 2) / 2 + HALF_A_POINT; score <= BEST_RATING; score += HALF_A_POINT) {
                better.add(score);
            }
        } else {
            for (int step = 1; step <= STEPS_OF_A_MEASURE; step++) {
                double figure = scale.worst() + (scale.best() - scale.worst()) * step / STEPS_OF_A_MEASURE;
                if (scale.utility(figure) > scale.utility(now)) {
                    better.add(Figures.decimal(figure).doubleValue());
                }
            }
        }
        return better;
    }

    private boolean wins(int option, int column, double figure) {
        var weights =
                ranking.weights().stream().mapToDouble(Double::doubleValue).toArray();
        var lifted = Analysis.of(appraisal.with(option, column, figure).matrix(), weights, analysis.method());
        return lifted.winners().equals(List.of(option));
    }

    private WhyNot byMore(int option) {
        int ahead = ranking.winners().getFirst();
        var behind = IntStream.range(0, appraisal.columns().size())
                .boxed()
                .filter(column -> ranking.lead(ahead, option, column) > 0)
                .sorted(Comparator.comparingDouble(column -> -ranking.lead(ahead, option, column)))
                .limit(3)
                .map(column -> appraisal.columns().get(column).called())
                .toList();
        return new WhyNot(
                ranking.slug(option),
                "win neither by the weight of a single factor nor by the best score on "
                        + appraisal.columns().get(mostToGain(option)).called()
                        + ", where it has most to gain. It is furthest behind "
                        + ranking.option(ahead).name() + " on " + Prose.list(behind),
                null,
                null,
                null);
    }
}
