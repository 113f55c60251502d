package dev.tradeoff.page;

import dev.tradeoff.recommendation.Recommendations;
import dev.tradeoff.recommendation.TailoredRecommendation;
import dev.tradeoff.recommendation.TailoredRecommendation.Contribution;
import dev.tradeoff.recommendation.TailoredRecommendation.RankedOption;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What each factor does for each option, with the claims under it. */
public final class ContributionTable {

    /** Options that the table has room for, the first ones. */
    private static final int MOST_COLUMNS = 6;

    private final TailoredRecommendation told;
    private final AnswerNames names;

    ContributionTable(TailoredRecommendation told, AnswerNames names) {
        this.told = told;
        this.names = names;
    }

    /**
     * What one factor does for one option.
     *
     * @param score in words
     * @param utility what the score is worth on its factor's scale
     * @param part of the option's score; null where it is no sum
     * @param isEditorial whether it rests on the editors' judgement alone
     */
    public record Cell(
            String option,
            String slug,
            String score,
            Figure utility,
            @Nullable Figure part,
            String confidence,
            boolean isWeak,
            boolean isEditorial,
            List<Cited> claims) {}

    public record Line(int number, String slug, String name, Figure weight, List<Cell> cells) {}

    /** The options that tables show, in their order. */
    public List<String> columns() {
        return columnsOfTables().stream()
                .map(option -> names.option(option.option()))
                .toList();
    }

    private List<RankedOption> columnsOfTables() {
        return told.ranking().stream().limit(MOST_COLUMNS).toList();
    }

    public int hiddenColumns() {
        return Math.max(0, told.ranking().size() - MOST_COLUMNS);
    }

    /** The factors that have weight, the heaviest first. */
    public List<Line> lines() {
        return lines(true);
    }

    public List<Line> weightless() {
        return lines(false);
    }

    private List<Line> lines(boolean isWeighed) {
        var columns = columnsOfTables();
        if (columns.isEmpty()) {
            return List.of();
        }
        var first = columns.getFirst().contributions();
        return IntStream.range(0, first.size())
                .filter(row -> first.get(row).weight() > 0 == isWeighed)
                .boxed()
                .sorted((one, other) ->
                        Double.compare(first.get(other).weight(), first.get(one).weight()))
                .map(row -> line(first.get(row), columns, row))
                .toList();
    }

    private Line line(Contribution factor, List<RankedOption> columns, int row) {
        return new Line(
                names.number(factor.factor()),
                factor.factor(),
                names.factor(factor.factor()),
                new Figure(factor.weight()),
                columns.stream()
                        .map(option ->
                                cell(option.option(), option.contributions().get(row)))
                        .toList());
    }

    private Cell cell(String option, Contribution contribution) {
        return new Cell(
                names.option(option),
                option,
                score(option, contribution),
                new Figure(contribution.utility()),
                contribution.contribution() == null ? null : new Figure(contribution.contribution()),
                contribution.confidence() == null ? "" : Words.constant(contribution.confidence()),
                contribution.weak(),
                contribution.claims().isEmpty() && !isExperience(contribution),
                contribution.claims().stream().map(names::cited).toList());
    }

    private static boolean isExperience(Contribution contribution) {
        return contribution.factor().equals(Recommendations.EXPERIENCE);
    }

    private String score(String option, Contribution contribution) {
        if (isExperience(contribution)) {
            var level = told.requirements().experience().get(option);
            return level == null ? "none" : Words.constant(level);
        }
        if (contribution.score() != null) {
            return Words.number(contribution.score());
        }
        if (contribution.scoreRange() != null) {
            return Figure.range(contribution.scoreRange());
        }
        return contribution.scoreState() == null ? "unknown" : Words.constant(contribution.scoreState());
    }
}
