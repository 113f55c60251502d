package dev.tradeoff.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.recommendation.Combination.CombinationFinding;
import dev.tradeoff.recommendation.Recommendations;
import dev.tradeoff.recommendation.Requirements.Constraint;
import dev.tradeoff.recommendation.TailoredRecommendation;
import io.quarkus.qute.RawString;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An answer as people read it: names instead of slugs, figures beside pictures, and each figure with its claims. */
public final class RecommendAnswer {

    private final Comparison comparison;
    private final TailoredRecommendation told;
    private final String base;
    private final String query;
    private final int latest;
    private final AnswerNames names;
    private final ScoreBars bars;
    private final ContributionTable contributions;

    /**
     * @param base what absolute links begin with
     * @param query that asks for the same, without a question mark; empty if nothing was asked for
     * @param latest the number of the comparison's latest revision
     */
    RecommendAnswer(Comparison comparison, TailoredRecommendation told, String base, String query, int latest) {
        this.comparison = comparison;
        this.told = told;
        this.base = base;
        this.query = query;
        this.latest = latest;
        this.names = new AnswerNames(comparison, told, told.revision() == latest);
        this.bars = new ScoreBars(told, names);
        this.contributions = new ContributionTable(told, names);
    }

    /** Who wins which of the use cases by itself. */
    public record Part(String useCase, String option, Figure margin) {}

    /** Several options, each for its part. */
    public record Joined(
            List<Part> parts,
            String title,
            String href,
            List<Named> roles,
            List<String> when,
            RawString connection,
            List<Named> findings) {}

    /** Slug of the option that is first; empty where several are, or none. */
    public String winner() {
        return told.winner() == null ? "" : told.winner();
    }

    /** Who is first. */
    public String headline() {
        if (told.ranking().isEmpty()) {
            return "No option meets every constraint";
        }
        return told.winner() != null ? names.option(told.winner()) : names.options(told.tied());
    }

    /** As the API has it; empty where there is none. */
    public String verdict() {
        return told.verdict() == null ? "" : Words.constant(told.verdict()).replace(' ', '-');
    }

    public String verdictWord() {
        var verdict = told.verdict();
        return verdict == null
                ? ""
                : switch (verdict) {
                    case CLEAR -> "Clear";
                    case FRAGILE -> "Fragile";
                    case TOO_CLOSE -> "Too close to call";
                };
    }

    /** By how much it is ahead, in a sentence. */
    public String lead() {
        var ranking = told.ranking();
        if (ranking.isEmpty()) {
            return "Loosen one of them: each option misses what must hold.";
        }
        var by = Recommendations.title(told.method().name());
        if (ranking.size() == 1) {
            return "The only option that is left.";
        }
        if (told.winner() == null) {
            return "They share the first rank by " + by + ".";
        }
        return "Ahead of " + names.option(ranking.get(1).option()) + " by " + new Figure(margin()).said() + ": "
                + new Figure(ranking.get(0).score()).said() + " against "
                + new Figure(ranking.get(1).score()).said() + ", by " + by
                + (lessIsBetter() ? ", where less is better" : "") + ".";
    }

    private double margin() {
        return told.margin() == null ? 0 : told.margin();
    }

    /** Null where there is no second. */
    public @Nullable Figure marginFigure() {
        return told.margin() == null ? null : new Figure(told.margin());
    }

    /** What a change comes to, in one sentence, for who does not see the screen. */
    public String summary() {
        return headline() + (told.ranking().isEmpty() || told.winner() != null ? "" : " are level")
                + (verdict().isEmpty() ? "" : ", " + verdictWord().toLowerCase(Locale.ROOT)) + ". " + lead();
    }

    public List<String> reasons() {
        return told.verdictReasons().stream()
                .map(TailoredRecommendation.VerdictReason::detail)
                .toList();
    }

    public List<String> explanation() {
        return told.explanation();
    }

    public List<String> warnings() {
        return told.warnings();
    }

    /** Null where it was not asked for, or there is nothing to rank. */
    public @Nullable RecommendRobustness robustness() {
        var robustness = told.robustness();
        return robustness == null || isEmpty() ? null : new RecommendRobustness(told, robustness, names);
    }

    /** Null where it was not asked for, or there is nothing to rank. */
    public @Nullable RecommendEvidence evidence() {
        var evidence = told.evidence();
        return evidence == null || isEmpty() ? null : new RecommendEvidence(evidence, names);
    }

    public boolean isEmpty() {
        return told.ranking().isEmpty();
    }

    private boolean lessIsBetter() {
        return told.method().name() == MethodName.VIKOR;
    }

    public ScoreBars bars() {
        return bars;
    }

    public ContributionTable contributions() {
        return contributions;
    }

    public String weighting() {
        return told.weighting().detail();
    }

    /** How well judgements on pairs fit together; empty where there are none. */
    public String consistency() {
        var consistency = told.weighting().consistency();
        if (consistency == null) {
            return "";
        }
        var said = "Consistency ratio " + new Figure(consistency.consistencyRatio()).said()
                + (consistency.consistent()
                        ? ": the judgements fit together."
                        : ": the judgements contradict one another.");
        var revisit = consistency.revisit();
        return revisit == null || consistency.consistent()
                ? said
                : said + " Revisit " + names.factor(revisit.factor()) + " over " + names.factor(revisit.over())
                        + ": it is " + new Figure(revisit.judgement()).said() + ", and the others suggest "
                        + new Figure(revisit.suggested()).said() + ".";
    }

    private String page() {
        return Addresses.comparison(comparison.slug());
    }

    public List<Named> excluded() {
        return told.excluded().stream()
                .map(each -> new Named(
                        names.option(each.option()),
                        "on " + names.factor(String.valueOf(each.constraint().factor())) + " it has "
                                + (each.score() == null ? "a range outside" : Words.number(each.score()) + ", and")
                                + " " + bounds(each.constraint()) + " must hold"))
                .toList();
    }

    private static String bounds(Constraint constraint) {
        var minimum = constraint.minimum();
        var maximum = constraint.maximum();
        if (minimum != null && maximum != null) {
            return Words.number(minimum) + " to " + Words.number(maximum);
        }
        return minimum != null ? "at least " + Words.number(minimum) : "at most " + number(maximum);
    }

    private static String number(@Nullable BigDecimal figure) {
        return figure == null ? "" : Words.number(figure);
    }

    public List<Named> leftOut() {
        return told.leftOut().stream()
                .map(each -> new Named(names.factor(each.factor()), each.reason()))
                .toList();
    }

    /** Where the use cases pull apart; null where they don't. */
    public @Nullable Joined combination() {
        var combination = told.combination();
        if (combination == null) {
            return null;
        }
        var standing = comparison.recommendations().stream()
                .filter(each -> each.slug().equals(combination.recommendation()))
                .findFirst();
        return new Joined(
                combination.parts().stream()
                        .map(part -> new Part(
                                names.useCase(part.useCase()), names.option(part.option()), new Figure(part.margin())))
                        .toList(),
                standing.map(each -> each.title()).orElse(""),
                standing.map(each -> names.anchor("recommendations", each.slug()))
                        .orElse(""),
                combination.roles().stream()
                        .map(role -> new Named(names.option(role.option()), role.role()))
                        .toList(),
                combination.when(),
                Markdown.html(combination.connection() == null ? "" : combination.connection()),
                combination.findings().stream()
                        .collect(groupingBy(
                                CombinationFinding::option,
                                LinkedHashMap::new,
                                mapping(CombinationFinding::statement, toList())))
                        .entrySet()
                        .stream()
                        .flatMap(each ->
                                each.getValue().stream().map(said -> new Named(names.option(each.getKey()), said)))
                        .toList());
    }

    public int revision() {
        return told.revision();
    }

    public boolean isLatest() {
        return told.revision() == latest;
    }

    public int latest() {
        return latest;
    }

    public String asOf() {
        return Words.day(told.asOf());
    }

    public String engine() {
        return told.engine();
    }

    /** The same answer in the API, by all that it depends on; empty where that is longer than addresses may be. */
    public String api() {
        return told.link() == null ? "" : told.link();
    }

    /** This page with the same answer, by all that it depends on; absolute; empty where that is too long. */
    public String link() {
        var api = api();
        return api.isEmpty() ? "" : base + page() + "/recommend" + api.substring(api.indexOf('?'));
    }

    /** Without a question mark. */
    public String query() {
        return query;
    }

    /** The page that asks for the same of whatever is the latest revision. */
    public String live() {
        return page() + "/recommend" + (query.isEmpty() ? "" : "?" + query);
    }

    /** The weights from which one's own begin, as JSON; empty where the weights are somebody's own. */
    public String beginning() {
        var requirements = told.requirements();
        if (!requirements.weights().isEmpty()
                || !requirements.priorities().isEmpty()
                || !requirements.pairwise().isEmpty()) {
            return "";
        }
        return RecommendForm.beginning(comparison, requirements.useCases()).entrySet().stream()
                .map(weight ->
                        "\"" + weight.getKey() + "\":" + weight.getValue().toPlainString())
                .collect(joining(",", "{", "}"));
    }
}
