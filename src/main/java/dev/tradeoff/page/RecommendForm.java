package dev.tradeoff.page;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.page.Asked.Way;
import dev.tradeoff.recommendation.Recommendations;
import dev.tradeoff.recommendation.Requirements.Experience;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields in which requirements are put together, filled in with what the address asks, right or wrong. */
public final class RecommendForm {

    /** More factors are not all laid open at first. */
    private static final int FEW = 24;

    private static final List<Integer> USUAL_ENDS = List.of(10, 100);

    private final Comparison comparison;
    private final Asked asked;
    private final Map<String, String> flaws;
    private final Map<String, Factor> factors = new LinkedHashMap<>();
    private final Set<String> options = new HashSet<>();
    private final Map<String, String> weights;

    /**
     * @param flaws what is wrong, by parameter
     */
    RecommendForm(Comparison comparison, Asked asked, Map<String, String> flaws) {
        this.comparison = comparison;
        this.asked = asked;
        this.flaws = flaws;
        comparison.factors().forEach(factor -> factors.put(factor.slug(), factor));
        comparison.options().forEach(option -> options.add(option.slug()));
        this.weights = asked.by() == Way.WEIGHTS
                ? asked(comparison, asked)
                : plain(beginning(comparison, asked.list("useCase")));
    }

    private static Map<String, String> asked(Comparison comparison, Asked asked) {
        var weights = new LinkedHashMap<String, String>();
        comparison.factors().forEach(factor -> {
            var weight = asked.value("weight", factor.slug());
            weights.put(factor.slug(), weight.isEmpty() ? "0" : weight);
        });
        return weights;
    }

    private static Map<String, String> plain(Map<String, BigDecimal> weights) {
        var plain = new LinkedHashMap<String, String>();
        weights.forEach((factor, weight) -> plain.put(factor, weight.toPlainString()));
        return plain;
    }

    /**
     * The weights from which one's own begin: those of the use case, or the defaults, as they stand in the comparison; of
     * several use cases what they come to, in steps of a hundredth, with the sum that the defaults have.
     */
    static Map<String, BigDecimal> beginning(Comparison comparison, List<String> useCases) {
        var known = comparison.useCases().stream()
                .filter(useCase -> useCases.contains(useCase.slug()))
                .toList();
        var weights = new LinkedHashMap<String, BigDecimal>();
        if (known.size() <= 1) {
            var profile = known.isEmpty()
                    ? Map.<String, BigDecimal>of()
                    : known.getFirst().weights();
            comparison.factors().forEach(factor -> {
                var weight = profile.getOrDefault(factor.slug(), factor.weight());
                weights.put(factor.slug(), weight == null ? BigDecimal.ZERO : weight);
            });
            return weights;
        }
        double sum = comparison.factors().stream()
                .map(Factor::weight)
                .mapToDouble(weight -> weight == null ? 0 : weight.doubleValue())
                .sum();
        Recommendations.weights(
                        comparison,
                        known.stream().map(useCase -> useCase.slug()).toList())
                .forEach((factor, share) -> weights.put(
                        factor,
                        BigDecimal.valueOf(share * (sum > 0 ? sum : 1))
                                .setScale(2, RoundingMode.HALF_EVEN)
                                .stripTrailingZeros()));
        return weights;
    }

    /**
     * Something to be chosen.
     *
     * @param note what it is, in a few words; may be empty
     */
    public record Choice(String value, String name, String note, boolean isChosen) {}

    /** What a figure on a scale means. */
    public record Anchor(String figure, String meaning) {}

    /**
     * A factor with its weight.
     *
     * @param scale what its scores mean
     * @param measure unit and direction; empty for a rating
     * @param flaw what is wrong with the weight; null if nothing is
     */
    public record Weighed(
            String slug,
            String name,
            String question,
            List<Anchor> scale,
            String measure,
            String weight,
            @Nullable String flaw) {}

    public record Group(String slug, String name, boolean isOpen, List<Weighed> factors) {}

    /** What must hold on a factor; either end may be empty. */
    public record Bounds(
            Weighed factor,
            String minimum,
            String maximum,
            @Nullable String minimumFlaw,
            @Nullable String maximumFlaw) {}

    public record Known(
            String slug,
            String name,
            List<Choice> levels,
            @Nullable String flaw) {}

    /** A judgement on a pair of factors. */
    public record Judgement(String value, String said) {}

    /**
     * A field for a line of text.
     *
     * @param type as HTML has them
     */
    public record Field(
            String name,
            String label,
            String hint,
            String type,
            String value,
            @Nullable String flaw) {}

    public List<Choice> useCases() {
        return comparison.useCases().stream()
                .map(useCase -> new Choice(
                        useCase.slug(),
                        useCase.name(),
                        "",
                        asked.list("useCase").contains(useCase.slug())))
                .toList();
    }

    public List<Choice> ways() {
        var by = asked.by();
        var profiles = comparison.useCases().isEmpty() ? "As the editors weigh" : "By use case";
        return Stream.of(
                        choice(Way.PROFILES, profiles, by),
                        choice(Way.WEIGHTS, "My weights", by),
                        choice(Way.PRIORITIES, "My priorities", by),
                        choice(Way.PAIRWISE, "Pairs", by))
                .filter(way -> way.isChosen() || !way.value().equals(Way.PAIRWISE.text()))
                .toList();
    }

    private static Choice choice(Way way, String name, Way chosen) {
        return new Choice(way.text(), name, "", way == chosen);
    }

    /** What is wrong with the way of weighing as a whole; null if nothing is. */
    public @Nullable String weighingFlaw() {
        return Stream.of("weight[…]", "priorities", "pairwise")
                .map(flaws::get)
                .filter(flaw -> flaw != null)
                .findFirst()
                .orElse(null);
    }

    public @Nullable String useCaseFlaw() {
        return flaws.get("useCase");
    }

    /** By topic; what has none the comparison knows comes last. */
    public List<Group> groups() {
        var byTopic = new LinkedHashMap<String, List<Weighed>>();
        comparison.topics().forEach(topic -> byTopic.put(topic.slug(), new ArrayList<>()));
        factors.values().forEach(factor -> byTopic.computeIfAbsent(factor.topic(), absent -> new ArrayList<>())
                .add(weighed(factor)));
        var names = new LinkedHashMap<String, String>();
        comparison.topics().forEach(topic -> names.put(topic.slug(), topic.name()));
        return byTopic.entrySet().stream()
                .filter(topic -> !topic.getValue().isEmpty())
                .map(topic -> new Group(
                        topic.getKey(),
                        names.getOrDefault(topic.getKey(), "Others"),
                        factors.size() <= FEW || topic.getValue().stream().anyMatch(factor -> factor.flaw() != null),
                        topic.getValue()))
                .toList();
    }

    public boolean isLong() {
        return factors.size() > FEW;
    }

    public int count() {
        return factors.size();
    }

    private Weighed weighed(Factor factor) {
        return new Weighed(
                factor.slug(),
                factor.name(),
                factor.question(),
                factor.scale().entrySet().stream()
                        .map(anchor -> new Anchor(anchor.getKey(), anchor.getValue()))
                        .toList(),
                measure(factor),
                weights.getOrDefault(factor.slug(), "0"),
                flaws.get("weight[" + factor.slug() + "]"));
    }

    private static String measure(Factor factor) {
        if (factor.kind() == Factor.Kind.RATING || factor.worst() == null || factor.best() == null) {
            return "";
        }
        return Words.number(factor.worst()) + " is worth nothing, " + Words.number(factor.best())
                + Words.unit(factor.unit()) + " all";
    }

    /** Where sliders end: no less than what is there, nor than usual. */
    public BigDecimal most() {
        var largest = weights.values().stream()
                .filter(weight -> weight.matches("[0-9]{1,7}(\\.[0-9]+)?"))
                .map(BigDecimal::new)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        return USUAL_ENDS.stream()
                .map(BigDecimal::valueOf)
                .filter(end -> end.compareTo(largest) >= 0)
                .findFirst()
                .orElse(largest.setScale(0, RoundingMode.CEILING));
    }

    /** The distance between a slider's places. */
    public String step() {
        return most().compareTo(BigDecimal.TEN) <= 0 ? "0.5" : "1";
    }

    /** Those that are ranked already. */
    public List<Choice> priorities() {
        return new LinkedHashSet<>(asked.list("priorities"))
                .stream().map(slug -> new Choice(slug, name(slug), "", true)).toList();
    }

    private String name(String slug) {
        return Labels.of(factors, slug);
    }

    public List<Judgement> judgements() {
        return asked.list("pairwise").stream()
                .map(judgement -> new Judgement(judgement, said(judgement)))
                .toList();
    }

    private String said(String judgement) {
        var parts = judgement.split(":", -1);
        return parts.length == 3
                ? name(parts[0]) + " counts " + parts[2] + " times as much as " + name(parts[1])
                : judgement;
    }

    /** What must hold, in the comparison's order. */
    public List<Bounds> bounds() {
        var bounded = new LinkedHashSet<>(asked.keys("minimum"));
        bounded.addAll(asked.keys("maximum"));
        return factors.values().stream()
                .filter(factor -> bounded.contains(factor.slug()))
                .map(factor -> new Bounds(
                        weighed(factor),
                        asked.value("minimum", factor.slug()),
                        asked.value("maximum", factor.slug()),
                        flaws.get("minimum[" + factor.slug() + "]"),
                        flaws.get("maximum[" + factor.slug() + "]")))
                .toList();
    }

    /** One to be filled in by a script, which puts a factor in the place of each per cent sign. */
    public Bounds blankBounds() {
        return new Bounds(new Weighed("%", "%", "", List.of(), "", "", null), "", "", null, null);
    }

    public List<Known> experience() {
        return comparison.options().stream()
                .map(option -> new Known(
                        option.slug(),
                        option.name(),
                        levels(asked.value("experience", option.slug())),
                        flaws.get("experience[" + option.slug() + "]")))
                .toList();
    }

    private static List<Choice> levels(String chosen) {
        return Arrays.stream(Experience.values())
                .map(level -> {
                    var word = Words.constant(level);
                    return new Choice(word, word, "", word.equals(chosen));
                })
                .toList();
    }

    public boolean knowsAny() {
        return !asked.keys("experience").isEmpty();
    }

    public List<Choice> methods() {
        var chosen = asked.value("method");
        return Arrays.stream(MethodName.values())
                .map(method -> new Choice(
                        method == MethodName.WEIGHTED_SUM ? "" : method.text(),
                        Words.capital(Recommendations.title(method).replaceFirst("^the ", "")),
                        note(method),
                        method.text().equals(chosen) || chosen.isEmpty() && method == MethodName.WEIGHTED_SUM))
                .toList();
    }

    private static String note(MethodName method) {
        return switch (method) {
            case WEIGHTED_SUM -> "strengths pay for weaknesses";
            case WEIGHTED_PRODUCT -> "weaknesses count more";
            case TOPSIS -> "nearest to the ideal";
            case VIKOR -> "the least regret";
            case PROMETHEE_II -> "pair by pair";
        };
    }

    public @Nullable String methodFlaw() {
        return flaws.get("method");
    }

    /** What answers depend on besides, and hardly anybody has to say. */
    public List<Field> details() {
        return List.of(
                field("revision", "Revision", "the latest"),
                field("asOf", "Claims age until", "today"),
                field("samples", "Samples", "10000"),
                field("seed", "Seed", "1"));
    }

    private Field field(String name, String label, String hint) {
        var value = asked.value(name);
        boolean isDay = name.equals("asOf") && value.matches("|\\d{4}-\\d\\d-\\d\\d");
        return new Field(name, label, hint, isDay ? "date" : "text", value, flaws.get(name));
    }

    public boolean hasDetails() {
        return details().stream().anyMatch(field -> !field.value().isEmpty() || field.flaw() != null);
    }

    /** Parameters that have no field, kept as they are. */
    public List<Field> kept() {
        return Stream.of("normalisation", "robustness")
                .filter(name -> !asked.value(name).isEmpty())
                .map(name -> field(name, "", ""))
                .toList();
    }

    /** All that is wrong. */
    public List<FormFlaws.Flaw> flaws() {
        return new FormFlaws(factors, options).of(flaws);
    }
}
