package dev.tradeoff.page;

import static java.util.stream.Collectors.toMap;

import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.knowledge.Topic;
import io.quarkus.qute.RawString;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The decision matrix as a page shows it: a row for each factor, a cell for each option. */
public final class ScoreTable {

    private final Comparison comparison;
    private final Evidence evidence;
    private final ClaimLinks links;
    private final Map<String, Topic> topics;

    ScoreTable(Comparison comparison, Evidence evidence, ClaimLinks links) {
        this.comparison = comparison;
        this.evidence = evidence;
        this.links = links;
        this.topics = Labels.bySlug(comparison.topics());
    }

    /**
     * @param score null where there is none
     * @param label the score, or why there is none
     * @param level 0 to 8, the utility of the score in eighths; -1 where there is no score
     * @param isEditorial whether it rests on no claim
     */
    public record Cell(
            String option,
            @Nullable BigDecimal score,
            String label,
            int level,
            String verdict,
            String confidence,
            RawString rationale,
            List<ClaimLink> claims,
            boolean isWeak,
            boolean isEditorial) {}

    /**
     * @param spread how far apart the options' scores are; null where fewer than two are known
     * @param scale what scores mean, by score
     */
    public record Row(
            String slug,
            String name,
            String topic,
            String topicName,
            String question,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal spread,
            Map<String, String> scale,
            String measure,
            List<Cell> cells) {

        public String apart() {
            return spread == null ? "–" : Words.number(spread);
        }
    }

    public List<Row> rows() {
        return comparison.factors().stream().map(this::row).toList();
    }

    private Row row(Factor factor) {
        var byOption = factor.assessments().stream().collect(toMap(Assessment::option, a -> a, (a, b) -> a));
        var cells = comparison.options().stream()
                .map(option -> cell(factor, option, byOption.get(option.slug())))
                .toList();
        return new Row(
                factor.slug(),
                factor.name(),
                factor.topic(),
                Labels.of(topics, factor.topic()),
                factor.question(),
                factor.weight(),
                spread(cells),
                factor.scale(),
                measure(factor),
                cells);
    }

    private static @Nullable BigDecimal spread(List<Cell> cells) {
        var scores = cells.stream()
                .map(Cell::score)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return scores.size() < 2 ? null : scores.getLast().subtract(scores.getFirst());
    }

    private static String measure(Factor factor) {
        if (factor.kind() == Factor.Kind.RATING) {
            return "";
        }
        var better = factor.direction() == Factor.Direction.LOWER ? "less is better" : "more is better";
        var unit = Words.unit(factor.unit()).strip();
        return unit.isEmpty() ? better : unit + "; " + better;
    }

    private Cell cell(Factor factor, Option option, @Nullable Assessment assessment) {
        if (assessment == null) {
            return new Cell(
                    option.name(), null, "not assessed", -1, "", "", new RawString(""), List.of(), false, false);
        }
        var score = factor.kind() == Factor.Kind.RATING ? assessment.score() : assessment.value();
        return new Cell(
                option.name(),
                score,
                label(factor, assessment, score),
                level(factor, score),
                assessment.verdict(),
                assessment.confidence() == null ? "" : Words.constant(assessment.confidence()),
                Markdown.html(assessment.rationale()),
                links.of(assessment.claims()),
                evidence.isWeak(assessment),
                assessment.claims().isEmpty());
    }

    private static String label(Factor factor, Assessment assessment, @Nullable BigDecimal score) {
        if (score != null) {
            return Words.number(score) + Words.unit(factor.unit());
        }
        if (assessment.scoreState() != null) {
            return Words.constant(assessment.scoreState());
        }
        return factor.kind() == Factor.Kind.MEASURE ? "see claims" : "unknown";
    }

    private static int level(Factor factor, @Nullable BigDecimal score) {
        if (score == null) {
            return -1;
        }
        double worst = factor.worst() == null ? 1 : factor.worst().doubleValue();
        double best = factor.best() == null ? 5 : factor.best().doubleValue();
        return (int) Math.round(8 * Math.clamp((score.doubleValue() - worst) / (best - worst), 0.0, 1.0));
    }
}
