package dev.tradeoff.page;

import dev.tradeoff.recommendation.Recommendations;
import dev.tradeoff.recommendation.Robustness;
import dev.tradeoff.recommendation.Robustness.RankAcceptability;
import dev.tradeoff.recommendation.Robustness.StabilityInterval;
import dev.tradeoff.recommendation.TailoredRecommendation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How easily another option would be first, as people read it. */
public final class RecommendRobustness {

    private static final int MOST_BARS = 20;

    private final TailoredRecommendation told;
    private final Robustness robustness;
    private final AnswerNames names;

    RecommendRobustness(TailoredRecommendation told, Robustness robustness, AnswerNames names) {
        this.told = told;
        this.robustness = robustness;
        this.names = names;
    }

    /**
     * The range of a weight within which the winner stays.
     *
     * @param below who wins below it; empty if nobody else does
     * @param above who wins above it; empty if nobody else does
     * @param left where the range begins in a picture
     * @param now where the weight is in it
     */
    public record Reach(
            int number,
            String slug,
            String name,
            Figure weight,
            Figure lowest,
            Figure highest,
            String below,
            String above,
            String left,
            String width,
            String now) {

        public boolean isWhole() {
            return lowest.value() <= 0 && highest.value() >= 1;
        }
    }

    /** A change of one weight beyond which another option wins. */
    public record Flip(String slug, String factor, Figure from, Figure to, String winner) {}

    /**
     * How often an option gets each rank.
     *
     * @param confidence null where no weighting makes it first
     */
    public record Acceptance(
            String slug,
            String name,
            Figure first,
            @Nullable Figure confidence,
            Bar bar) {}

    public record ByMethod(String method, String title, String winner, boolean agrees) {}

    /** Of the factors that have weight, the heaviest first. */
    public List<Reach> stability() {
        return reaches(robustness.stability().stream()
                .filter(interval -> interval.weight() > 0)
                .sorted(Comparator.comparingDouble(interval -> -interval.weight())));
    }

    /** Of the factors that have none. */
    public List<Reach> stabilityOfOthers() {
        return reaches(robustness.stability().stream().filter(interval -> !(interval.weight() > 0)));
    }

    private List<Reach> reaches(Stream<StabilityInterval> intervals) {
        return intervals.map(this::reach).toList();
    }

    private Reach reach(StabilityInterval interval) {
        return new Reach(
                names.number(interval.factor()),
                interval.factor(),
                names.factor(interval.factor()),
                new Figure(interval.weight()),
                new Figure(interval.lowest()),
                new Figure(interval.highest()),
                names.optionOrNone(interval.flipsBelow()),
                names.optionOrNone(interval.flipsAbove()),
                Bar.percent(interval.lowest()),
                Bar.percent(interval.highest() - interval.lowest()),
                Bar.percent(interval.weight()));
    }

    /** The least change of one weight that matters; null where none does. */
    public @Nullable Flip smallestFlip() {
        var flip = robustness.smallestFlip();
        return flip == null
                ? null
                : new Flip(
                        flip.factor(),
                        names.factor(flip.factor()),
                        new Figure(flip.from()),
                        new Figure(flip.to()),
                        names.option(flip.winner()));
    }

    public boolean isExact() {
        return robustness.exact();
    }

    public String samples() {
        var samples = told.requirements().samples();
        return samples == null ? "" : Words.number(BigDecimal.valueOf(samples));
    }

    /** In the order of the ranking. */
    public List<Acceptance> acceptability() {
        var byOption = new HashMap<String, RankAcceptability>();
        robustness.acceptability().forEach(each -> byOption.put(each.option(), each));
        return told.ranking().stream()
                .limit(MOST_BARS)
                .map(option -> byOption.get(option.option()))
                .filter(Objects::nonNull)
                .map(this::acceptance)
                .toList();
    }

    private Acceptance acceptance(RankAcceptability each) {
        var parts = new ArrayList<Bar.Part>();
        for (int rank = 1; rank <= each.ranks().size(); rank++) {
            double share = each.ranks().get(rank - 1);
            parts.add(new Bar.Part(share, String.valueOf(rank), "rank " + rank + ": " + new Figure(share).percent()));
        }
        return new Acceptance(
                each.option(),
                names.option(each.option()),
                new Figure(each.ranks().getFirst()),
                each.confidence() == null ? null : new Figure(each.confidence()),
                Bar.of(new Bar.Domain(0, 1), parts));
    }

    public List<ByMethod> agreement() {
        return robustness.agreement().stream()
                .map(each -> new ByMethod(
                        each.method().text(),
                        Words.capital(Recommendations.title(each.method()).replaceFirst("^the ", "")),
                        each.winner() == null ? "several share the first rank" : names.option(each.winner()),
                        each.agrees()))
                .toList();
    }

    public List<String> reversals() {
        return robustness.rankReversals().stream()
                .map(reversal -> "Without " + names.option(reversal.without()) + ", first would be "
                        + names.options(reversal.winners()) + ".")
                .toList();
    }

    public List<Named> whyNot() {
        return told.whyNot().stream()
                .map(each -> new Named(names.option(each.option()), each.would()))
                .toList();
    }
}
