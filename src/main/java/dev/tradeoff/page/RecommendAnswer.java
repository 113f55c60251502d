package dev.tradeoff.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Member;
import dev.tradeoff.recommendation.Combination.CombinationFinding;
import dev.tradeoff.recommendation.EvidenceUsed.Survival;
import dev.tradeoff.recommendation.Recommendations;
import dev.tradeoff.recommendation.Requirements.Constraint;
import dev.tradeoff.recommendation.Robustness;
import dev.tradeoff.recommendation.Robustness.StabilityInterval;
import dev.tradeoff.recommendation.TailoredRecommendation;
import dev.tradeoff.recommendation.TailoredRecommendation.Contribution;
import dev.tradeoff.recommendation.TailoredRecommendation.RankedOption;
import dev.tradeoff.recommendation.TailoredRecommendation.ScoreRange;
import dev.tradeoff.recommendation.Verdict;
import io.quarkus.qute.RawString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An answer as people read it: names instead of slugs, figures beside pictures, and each figure with its claims. */
public final class RecommendAnswer {

    /** Options that tables have room for, the first ones; the bars of more are shown. */
    private static final int MOST_COLUMNS = 6;

    private static final int MOST_BARS = 20;
    private static final int MOST_PODIUM = 3;

    /** Segments beyond them are shown as one. */
    private static final int MOST_SEGMENTS = 24;

    private final Comparison comparison;
    private final TailoredRecommendation told;
    private final String base;
    private final String query;
    private final int latest;
    private final Map<String, String> options;
    private final Map<String, String> factors;
    private final Map<String, String> useCases;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, Integer> claimNumbers = new HashMap<>();
    private final Map<String, List<String>> weak = new LinkedHashMap<>();

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
        this.options = names(comparison.options());
        this.factors = names(comparison.factors());
        this.useCases = names(comparison.useCases());
        factors.put(Recommendations.EXPERIENCE, "What the team knows");
        told.weights().keySet().forEach(factor -> numbers.put(factor, numbers.size() + 1));
        comparison.claims().forEach(claim -> {
            claims.put(claim.slug(), claim);
            claimNumbers.put(claim.slug(), claimNumbers.size() + 1);
        });
        if (told.evidence() != null) {
            told.evidence().weak().forEach(claim -> weak.put(claim.claim(), claim.issues()));
        }
    }

    private static Map<String, String> names(List<? extends Member> members) {
        var names = new HashMap<String, String>();
        members.forEach(member -> names.put(member.slug(), member.label()));
        return names;
    }

    private static String name(Map<String, String> names, @Nullable String slug) {
        return slug == null ? "nobody" : names.getOrDefault(slug, slug);
    }

    private String option(@Nullable String slug) {
        return name(options, slug);
    }

    /** An option's place. */
    public record Place(int rank, String slug, String name, Figure score, String range, Bar bar) {}

    /**
     * A claim that a figure rests on.
     *
     * @param number its place among the comparison's claims, from 1
     * @param issues what is weak about it; empty if nothing is known to be
     */
    public record Cited(int number, String slug, String href, String statement, String issues) {}

    /**
     * What one factor does for one option.
     *
     * @param score in words
     * @param part of the option's score; null where it is no sum
     */
    public record Cell(
            String option,
            String slug,
            String score,
            Figure utility,
            @Nullable Figure part,
            String confidence,
            boolean isWeak,
            List<Cited> claims) {}

    public record Line(int number, String slug, String name, Figure weight, List<Cell> cells) {}

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

    public record Flip(String slug, String factor, Figure from, Figure to, String winner) {}

    /**
     * How often an option gets each rank.
     *
     * @param confidence null where no weighting makes it first
     */
    public record Acceptance(
            String slug, String name, Figure first, List<Figure> ranks, @Nullable Figure confidence, Bar bar) {}

    public record ByMethod(String method, String title, String winner, boolean agrees) {}

    public record Named(String name, String said) {}

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

    public String slug() {
        return comparison.slug();
    }

    /** Slug of the option that is first; empty where several are, or none. */
    public String winner() {
        return told.winner() == null ? "" : told.winner();
    }

    /** Who is first. */
    public String headline() {
        if (told.ranking().isEmpty()) {
            return "No option meets every constraint";
        }
        return told.winner() != null ? option(told.winner()) : list(told.tied().stream().map(this::option).toList());
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
        return "Ahead of " + option(ranking.get(1).option()) + " by " + new Figure(margin()).said() + ": "
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
                + (verdict().isEmpty() ? "" : ", " + verdictWord().toLowerCase(java.util.Locale.ROOT)) + ". " + lead();
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

    public boolean isWhole() {
        return told.robustness() != null;
    }

    public boolean isEmpty() {
        return told.ranking().isEmpty();
    }

    public String method() {
        return told.method().name().text();
    }

    public String methodTitle() {
        return Recommendations.title(told.method().name());
    }

    public boolean lessIsBetter() {
        return told.method().name() == MethodName.VIKOR;
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
        return !told.ranking().isEmpty()
                && told.ranking().getFirst().contributions().stream().anyMatch(part -> part.contribution() != null);
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
                + (consistency.consistent() ? ": the judgements fit together." : ": the judgements contradict one another.");
        var revisit = consistency.revisit();
        return revisit == null || consistency.consistent()
                ? said
                : said + " Revisit " + name(factors, revisit.factor()) + " over " + name(factors, revisit.over())
                        + ": it is " + new Figure(revisit.judgement()).said() + ", and the others suggest "
                        + new Figure(revisit.suggested()).said() + ".";
    }

    /** Those with the first places. */
    public List<Place> podium() {
        var places = ranking();
        return places.size() > MOST_PODIUM ? places.subList(0, MOST_PODIUM) : places;
    }

    public List<Place> ranking() {
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
                    option(option.option()),
                    new Figure(option.score()),
                    range(option.scoreRange()),
                    Bar.of(domain, parts.get(i))));
        }
        return places;
    }

    private List<Bar.Part> parts(RankedOption option) {
        if (!hasParts()) {
            return List.of(new Bar.Part(option.score(), "", new Figure(option.score()).said()));
        }
        var parts = new ArrayList<Bar.Part>();
        double rest = 0;
        for (var contribution : option.contributions()) {
            double part = contribution.contribution() == null ? 0 : contribution.contribution();
            if (parts.size() < MOST_SEGMENTS) {
                var number = numbers.getOrDefault(contribution.factor(), 0);
                parts.add(new Bar.Part(
                        part,
                        String.valueOf(number),
                        number + " " + name(factors, contribution.factor()) + ": " + new Figure(part).said()));
            } else {
                rest += part;
            }
        }
        if (rest != 0) {
            parts.add(new Bar.Part(rest, "…", "All others: " + new Figure(rest).said()));
        }
        return parts;
    }

    private static String range(@Nullable ScoreRange range) {
        return range == null
                ? ""
                : new Figure(range.min()).said() + " to " + new Figure(range.max()).said();
    }

    /** How many options have places beyond the bars. */
    public int others() {
        return Math.max(0, told.ranking().size() - MOST_BARS);
    }

    /** The options that tables show, in their order. */
    public List<String> columns() {
        return columnsOfTables().stream().map(option -> option(option.option())).toList();
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
                .sorted((one, other) -> Double.compare(first.get(other).weight(), first.get(one).weight()))
                .map(row -> line(first.get(row), columns, row))
                .toList();
    }

    private Line line(Contribution factor, List<RankedOption> columns, int row) {
        return new Line(
                numbers.getOrDefault(factor.factor(), 0),
                factor.factor(),
                name(factors, factor.factor()),
                new Figure(factor.weight()),
                columns.stream()
                        .map(option -> cell(option.option(), option.contributions().get(row)))
                        .toList());
    }

    private Cell cell(String option, Contribution contribution) {
        return new Cell(
                option(option),
                option,
                score(option, contribution),
                new Figure(contribution.utility()),
                contribution.contribution() == null ? null : new Figure(contribution.contribution()),
                contribution.confidence() == null ? "" : Words.constant(contribution.confidence()),
                contribution.weak(),
                contribution.claims().stream().map(this::cited).toList());
    }

    private String score(String option, Contribution contribution) {
        if (contribution.factor().equals(Recommendations.EXPERIENCE)) {
            var level = told.requirements().experience().get(option);
            return level == null ? "none" : Words.constant(level);
        }
        if (contribution.score() != null) {
            return Words.number(contribution.score());
        }
        if (contribution.scoreRange() != null) {
            return range(contribution.scoreRange());
        }
        return contribution.scoreState() == null ? "unknown" : Words.constant(contribution.scoreState());
    }

    private Cited cited(String slug) {
        var claim = claims.get(slug);
        return new Cited(
                claimNumbers.getOrDefault(slug, 0),
                slug,
                page() + (told.revision() == latest ? "" : "?revision=" + told.revision()) + "#claims/" + slug,
                claim == null ? slug : Words.excerpt(claim.statement()),
                issues(slug));
    }

    private String issues(String claim) {
        return String.join(", ", weak.getOrDefault(claim, List.of()));
    }

    private String page() {
        return Addresses.comparison(comparison.slug());
    }

    private Robustness robustness() {
        return told.robustness() == null
                ? new Robustness(List.of(), null, List.of(), true, List.of(), List.of())
                : told.robustness();
    }

    /** Of the factors that have weight, the heaviest first. */
    public List<Reach> stability() {
        return robustness().stability().stream()
                .filter(interval -> interval.weight() > 0)
                .sorted((one, other) -> Double.compare(other.weight(), one.weight()))
                .map(this::reach)
                .toList();
    }

    /** Of the factors that have none. */
    public List<Reach> stabilityOfOthers() {
        return robustness().stability().stream()
                .filter(interval -> !(interval.weight() > 0))
                .map(this::reach)
                .toList();
    }

    private Reach reach(StabilityInterval interval) {
        return new Reach(
                numbers.getOrDefault(interval.factor(), 0),
                interval.factor(),
                name(factors, interval.factor()),
                new Figure(interval.weight()),
                new Figure(interval.lowest()),
                new Figure(interval.highest()),
                interval.flipsBelow() == null ? "" : option(interval.flipsBelow()),
                interval.flipsAbove() == null ? "" : option(interval.flipsAbove()),
                Bar.percent(interval.lowest()),
                Bar.percent(interval.highest() - interval.lowest()),
                Bar.percent(interval.weight()));
    }

    /** The least change of one weight that matters; null where none does. */
    public @Nullable Flip smallestFlip() {
        var flip = robustness().smallestFlip();
        return flip == null
                ? null
                : new Flip(
                        flip.factor(),
                        name(factors, flip.factor()),
                        new Figure(flip.from()),
                        new Figure(flip.to()),
                        option(flip.winner()));
    }

    public boolean isExact() {
        return robustness().exact();
    }

    public Integer samples() {
        return told.requirements().samples() == null ? 0 : told.requirements().samples();
    }

    /** In the order of the ranking. */
    public List<Acceptance> acceptability() {
        var byOption = new HashMap<String, Robustness.RankAcceptability>();
        robustness().acceptability().forEach(each -> byOption.put(each.option(), each));
        return told.ranking().stream()
                .limit(MOST_BARS)
                .map(option -> byOption.get(option.option()))
                .filter(each -> each != null)
                .map(this::acceptance)
                .toList();
    }

    private Acceptance acceptance(Robustness.RankAcceptability each) {
        var parts = new ArrayList<Bar.Part>();
        for (int rank = 1; rank <= each.ranks().size(); rank++) {
            double share = each.ranks().get(rank - 1);
            parts.add(new Bar.Part(
                    share, String.valueOf(rank), "rank " + rank + ": " + new Figure(share).percent()));
        }
        return new Acceptance(
                each.option(),
                option(each.option()),
                new Figure(each.ranks().getFirst()),
                each.ranks().stream().limit(MOST_COLUMNS).map(Figure::new).toList(),
                each.confidence() == null ? null : new Figure(each.confidence()),
                Bar.of(new Bar.Domain(0, 1), parts));
    }

    public List<ByMethod> agreement() {
        return robustness().agreement().stream()
                .map(each -> new ByMethod(
                        each.method().text(),
                        Words.capital(Recommendations.title(each.method()).replaceFirst("^the ", "")),
                        each.winner() == null ? "several share the first rank" : option(each.winner()),
                        each.agrees()))
                .toList();
    }

    public List<String> reversals() {
        return robustness().rankReversals().stream()
                .map(reversal -> "Without " + option(reversal.without()) + ", first would be "
                        + list(reversal.winners().stream().map(this::option).toList()) + ".")
                .toList();
    }

    /** Whether the winner stays without weak evidence: {@code always}, {@code on-average} or {@code no}. */
    public String survives() {
        return told.evidence() == null
                ? ""
                : Words.constant(told.evidence().withoutWeakEvidence().survives()).replace(' ', '-');
    }

    /** The same in a sentence. */
    public String survival() {
        if (told.evidence() == null || told.ranking().isEmpty()) {
            return "";
        }
        var without = told.evidence().withoutWeakEvidence();
        var first = without.winner() == null ? "several options share the first rank" : option(without.winner()) + " is first";
        return switch (without.survives()) {
            case ALWAYS ->
                "Without weak evidence the answer is the same, whatever the scores that rest on it turn out to be.";
            case ON_AVERAGE ->
                "Without weak evidence the answer stays the same on average, but not whatever the scores that rest on it turn out to be.";
            case NO -> "Without weak evidence the answer does not stay: " + first + " then.";
        };
    }

    public @Nullable Figure editorialShare() {
        return told.evidence() == null
                ? null
                : new Figure(told.evidence().withoutWeakEvidence().editorialShare());
    }

    public int claimsUsed() {
        return told.evidence() == null ? 0 : told.evidence().claims().size();
    }

    public List<Cited> weakClaims() {
        return weak.keySet().stream().map(this::cited).toList();
    }

    public List<Named> whyNot() {
        return told.whyNot().stream()
                .map(each -> new Named(option(each.option()), each.would()))
                .toList();
    }

    public List<Named> excluded() {
        return told.excluded().stream()
                .map(each -> new Named(
                        option(each.option()),
                        "on " + name(factors, each.constraint().factor()) + " it has "
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
                .map(each -> new Named(name(factors, each.factor()), each.reason()))
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
                                name(useCases, part.useCase()), option(part.option()), new Figure(part.margin())))
                        .toList(),
                standing.map(each -> each.title()).orElse(""),
                standing.map(each -> page() + "#recommendations/" + each.slug()).orElse(""),
                combination.roles().stream()
                        .map(role -> new Named(option(role.option()), role.role()))
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
                        .flatMap(each -> each.getValue().stream().map(said -> new Named(option(each.getKey()), said)))
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
                .map(weight -> "\"" + weight.getKey() + "\":" + weight.getValue().toPlainString())
                .collect(joining(",", "{", "}"));
    }

    private static String list(List<String> items) {
        return items.size() <= 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }
}
