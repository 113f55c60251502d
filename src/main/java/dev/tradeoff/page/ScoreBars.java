package dev.tradeoff.page;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.recommendation.TailoredRecommendation;
import dev.tradeoff.recommendation.TailoredRecommendation.RankedOption;
import java.util.ArrayList;
import java.util.List;

/** The ranking as bars, whose parts say what a score is made of. */
public final class ScoreBars {

    private static final int MOST_BARS = 20;
    private static final int MOST_PODIUM = 3;

    /** Segments beyond them are shown as one. */
    private static final int MOST_SEGMENTS = 24;

    private final TailoredRecommendation told;
    private final AnswerNames names;
    private final boolean hasParts;
    private final List<Place> places;

    ScoreBars(TailoredRecommendation told, AnswerNames names) {
        this.told = told;
        this.names = names;
        this.hasParts = !told.ranking().isEmpty()
                && told.ranking().getFirst().contributions().stream().anyMatch(part -> part.contribution() != null);
        this.places = made();
    }

    /** An option's place. */
    public record Place(int rank, String slug, String name, Figure score, String range, Bar bar) {}

    /** Those with the first places. */
    public List<Place> podium() {
        return places.subList(0, Math.min(MOST_PODIUM, places.size()));
    }

    public List<Place> places() {
        return places;
    }

    private List<Place> made() {
        var shown = told.ranking().stream().limit(MOST_BARS).toList();
        var parts = shown.stream().map(this::parts).toList();
        var domain = Bar.Domain.of(0, told.method().name() == MethodName.WEIGHTED_PRODUCT ? 0 : 1, parts);
        if (told.method().name() == MethodName.PROMETHEE_II) {
            domain = Bar.Domain.of(0, 0, parts);
        }
        var places = new ArrayList<Place>();
        for (int i = 0; i < shown.size(); i++) {
            var option = shown.get(i);
            places.add(new Place(
                    option.rank(),
                    option.option(),
                    names.option(option.option()),
                    new Figure(option.score()),
                    Figure.range(option.scoreRange()),
                    Bar.of(domain, parts.get(i))));
        }
        return places;
    }

    private List<Bar.Part> parts(RankedOption option) {
        if (!hasParts) {
            return List.of(new Bar.Part(option.score(), "", new Figure(option.score()).said()));
        }
        var parts = new ArrayList<Bar.Part>();
        double rest = 0;
        for (var contribution : option.contributions()) {
            double part = contribution.contribution() == null ? 0 : contribution.contribution();
            if (parts.size() < MOST_SEGMENTS) {
                var number = names.number(contribution.factor());
                parts.add(new Bar.Part(
                        part,
                        String.valueOf(number),
                        number + " " + names.factor(contribution.factor()) + ": " + new Figure(part).said()));
            } else {
                rest += part;
            }
        }
        if (rest != 0) {
            parts.add(new Bar.Part(rest, "…", "All others: " + new Figure(rest).said()));
        }
        return parts;
    }

    /** How many options have places beyond the bars. */
    public int others() {
        return Math.max(0, told.ranking().size() - MOST_BARS);
    }

    /** What the parts of a bar sum to. */
    public String parts() {
        return switch (told.method().name()) {
            case WEIGHTED_SUM -> "Each part of a bar is weight × worth of a factor; together they are the score.";
            case WEIGHTED_PRODUCT ->
                "Each part of a bar is what a factor takes off the natural logarithm of the score: the shorter, the better.";
            case PROMETHEE_II ->
                "Each part of a bar is weight × net preference of a factor; left of the line it speaks against the option.";
            case TOPSIS -> "This score is a closeness and no sum, so that its bar has no parts.";
            case VIKOR -> "This score is a regret and no sum, so that its bar has no parts; the shorter, the better.";
        };
    }

    public boolean hasParts() {
        return hasParts;
    }
}
