package dev.tradeoff.recommendation;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.analysis.NormalisationName;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Values;
import dev.tradeoff.recommendation.Requirements.Constraint;
import dev.tradeoff.recommendation.Requirements.PairwiseJudgement;
import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Flaws;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What requirements must keep to beyond their {@link RequirementsForm}: what they name is known to the comparison, and they are
 * not in each other's way. What passes is brought to one form: everything filled in, in the comparison's order, so that
 * requirements that mean the same are the same.
 */
final class RequirementsRules {

    static final int DEFAULT_SAMPLES = 10_000;
    static final long DEFAULT_SEED = 1;

    private static final int MOST_SAMPLES = 100_000;

    private final Flaws flaws = new Flaws();

    private RequirementsRules() {}

    /**
     * The same requirements in their one form, everything filled in.
     *
     * @param sent requirements that have passed the check of their form
     * @param place what the sender calls the place that a JSON Pointer leads to
     * @throws dev.tradeoff.shared.problem.Refused as broken rules if the comparison doesn't know what is named, or
     *     requirements are in each other's way
     */
    static Requirements complete(
            Requirements sent, Vocabulary known, int revision, LocalDate day, UnaryOperator<String> place) {
        var rules = new RequirementsRules();
        rules.domain(sent, known);
        rules.flaws.refuseBroken("question", place);
        return new Requirements(
                inOrder(sent.useCases(), known.useCases()),
                inOrder(sent.weights(), known.factors().keySet(), weight -> Objects.requireNonNull(plain(weight))),
                sent.priorities(),
                sent.pairwise().stream()
                        .map(judgement ->
                                new PairwiseJudgement(judgement.factor(), judgement.over(), plain(judgement.by())))
                        .toList(),
                List.copyOf(inOrder(joined(sent.constraints()), known.factors().keySet(), constraint -> constraint)
                        .values()),
                inOrder(sent.experience(), known.options(), level -> level),
                sent.method() == null ? MethodName.WEIGHTED_SUM : sent.method(),
                NormalisationName.SCALE,
                revision,
                day,
                sent.samples() == null ? DEFAULT_SAMPLES : sent.samples(),
                sent.seed() == null ? DEFAULT_SEED : sent.seed(),
                sent.wantsRobustness() ? null : false);
    }

    private void domain(Requirements sent, Vocabulary known) {
        var factors = known.factors().keySet();
        oneWayOfAsking(sent);
        each("/useCases", sent.useCases(), known.useCases(), "use case");
        each("/priorities", sent.priorities(), factors, "factor");
        sent.weights()
                .keySet()
                .forEach(factor ->
                        known(() -> "/weights/" + RequirementsForm.escape(factor), factor, factors, "factor"));
        if (!sent.weights().isEmpty()) {
            require(
                    sent.weights().values().stream().anyMatch(weight -> weight.signum() > 0),
                    "/weights",
                    "must not all be 0");
        }
        pairs(sent.pairwise(), factors);
        constraints(sent.constraints(), known.factors());
        sent.experience()
                .keySet()
                .forEach(option -> known(
                        () -> "/experience/" + RequirementsForm.escape(option), option, known.options(), "option"));
        require(
                sent.normalisation() == null || sent.normalisation() == NormalisationName.SCALE,
                "/normalisation",
                "must be scale: recommendations use the anchors of each factor, because with two options every other normalisation knows only best and worst");
        require(
                sent.samples() == null || sent.samples() <= MOST_SAMPLES,
                "/samples",
                "must be at most " + MOST_SAMPLES);
    }

    private void oneWayOfAsking(Requirements sent) {
        var ways = new ArrayList<String>();
        if (!sent.weights().isEmpty()) {
            ways.add("weights");
        }
        if (!sent.priorities().isEmpty()) {
            ways.add("priorities");
        }
        if (!sent.pairwise().isEmpty()) {
            ways.add("pairwise");
        }
        for (int i = 1; i < ways.size(); i++) {
            flaws.add("/" + ways.get(i), "says what matters in a second way: send " + String.join(" or ", ways));
        }
    }

    private void each(String pointer, List<String> named, Set<String> known, String noun) {
        var seen = new HashSet<String>();
        for (int i = 0; i < named.size(); i++) {
            int place = i;
            known(() -> pointer + "/" + place, named.get(i), known, noun);
            require(seen.add(named.get(i)), pointer + "/" + i, "is named twice");
        }
    }

    /** Each pair of the factors that are named, once. */
    private void pairs(List<PairwiseJudgement> judgements, Set<String> factors) {
        var judged = new HashSet<Set<String>>();
        var named = new LinkedHashSet<String>();
        for (int i = 0; i < judgements.size(); i++) {
            var factor = String.valueOf(judgements.get(i).factor());
            var over = String.valueOf(judgements.get(i).over());
            var at = "/pairwise/" + i;
            known(() -> at + "/factor", factor, factors, "factor");
            known(() -> at + "/over", over, factors, "factor");
            if (factor.equals(over)) {
                flaws.add(at + "/over", "is compared with itself");
            } else {
                require(
                        judged.add(Set.of(factor, over)),
                        at,
                        "judges a pair a second time: " + factor + " and " + over);
                named.add(factor);
                named.add(over);
            }
        }
        if (flaws.areNone()) {
            missing(List.copyOf(named), judged);
        }
    }

    private void missing(List<String> named, Set<Set<String>> judged) {
        for (int i = 0; i < named.size(); i++) {
            for (int j = i + 1; j < named.size(); j++) {
                require(
                        judged.contains(Set.of(named.get(i), named.get(j))),
                        "/pairwise",
                        "lacks a judgement on " + named.get(i) + " and " + named.get(j));
            }
        }
    }

    private void constraints(List<Constraint> constraints, Map<String, Factor> factors) {
        var joined = new HashMap<String, Constraint>();
        for (int i = 0; i < constraints.size(); i++) {
            var constraint = constraints.get(i);
            var at = "/constraints/" + i;
            known(() -> at + "/factor", String.valueOf(constraint.factor()), factors.keySet(), "factor");
            var minimum = constraint.minimum();
            var maximum = constraint.maximum();
            require(minimum != null || maximum != null, at, "needs a minimum or a maximum");
            require(isPossible(constraint), at + "/minimum", "must be at most the maximum");
            var together = joined.merge(String.valueOf(constraint.factor()), constraint, RequirementsRules::both);
            require(
                    !isPossible(constraint) || isPossible(together),
                    at,
                    "leaves nothing, together with another constraint on the same factor");
            var factor = factors.get(constraint.factor());
            if (factor != null && factor.kind() == Factor.Kind.RATING) {
                require(isScore(minimum), at + "/minimum", "must be 1 to 5, as the scores of this factor are");
                require(isScore(maximum), at + "/maximum", "must be 1 to 5, as the scores of this factor are");
            }
        }
    }

    private static boolean isPossible(Constraint constraint) {
        var minimum = constraint.minimum();
        var maximum = constraint.maximum();
        return minimum == null || maximum == null || minimum.compareTo(maximum) <= 0;
    }

    /** One for each factor, so that a link, which has one place for each end, can say the same. */
    private static Map<String, Constraint> joined(List<Constraint> constraints) {
        var joined = new LinkedHashMap<String, Constraint>();
        for (var constraint : constraints) {
            joined.merge(
                    String.valueOf(constraint.factor()),
                    new Constraint(constraint.factor(), plain(constraint.minimum()), plain(constraint.maximum())),
                    RequirementsRules::both);
        }
        return joined;
    }

    private static Constraint both(Constraint one, Constraint other) {
        return new Constraint(
                one.factor(),
                stricter(one.minimum(), other.minimum(), BigDecimal::max),
                stricter(one.maximum(), other.maximum(), BigDecimal::min));
    }

    private static @Nullable BigDecimal stricter(
            @Nullable BigDecimal one, @Nullable BigDecimal other, BinaryOperator<BigDecimal> stricter) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return stricter.apply(one, other);
    }

    private static boolean isScore(@Nullable BigDecimal figure) {
        return figure == null || figure.compareTo(BigDecimal.ONE) >= 0 && figure.compareTo(BigDecimal.valueOf(5)) <= 0;
    }

    private void known(Supplier<String> pointer, String slug, Set<String> known, String noun) {
        if (!known.contains(slug)) {
            flaws.add(
                    pointer.get(),
                    "is no " + noun + " of the comparison: " + Excerpt.of(slug) + "; there are "
                            + String.join(", ", known));
        }
    }

    private void require(boolean holds, String pointer, String detail) {
        flaws.addUnless(holds, pointer, detail);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal figure) {
        return Values.number(figure);
    }

    private static List<String> inOrder(List<String> named, Collection<String> known) {
        return named.size() < 2 ? named : known.stream().filter(named::contains).toList();
    }

    private static <V> Map<String, V> inOrder(Map<String, V> named, Collection<String> known, UnaryOperator<V> form) {
        if (named.isEmpty()) {
            return Map.of();
        }
        var ordered = new LinkedHashMap<String, V>();
        for (var slug : known) {
            var value = named.get(slug);
            if (value != null) {
                ordered.put(slug, form.apply(value));
            }
        }
        return ordered;
    }
}
