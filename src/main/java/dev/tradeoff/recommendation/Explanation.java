package dev.tradeoff.recommendation;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.recommendation.Combination.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer in a few sentences, each made from its numbers: who is ahead and by what, what carries it and what speaks
 * against it, how easily it would be another, and what the evidence is worth.
 */
final class Explanation {

    private static final int CARRIERS = 3;
    private static final int OBJECTIONS = 2;
    private static final int RIVALS = 2;

    /** Below this part of the score, a factor makes no difference worth a word. */
    private static final double WORTH_SAYING = 0.005;

    private final Comparison comparison;
    private final Weighting weighting;
    private final Screening screening;
    private final Outcome outcome;
    private final Ranking ranking;
    private final Appraisal appraisal;
    private final Optional<Combination> combination;

    Explanation(
            Comparison comparison,
            Weighting weighting,
            Screening screening,
            Outcome outcome,
            Optional<Combination> combination) {
        this.comparison = comparison;
        this.weighting = weighting;
        this.screening = screening;
        this.outcome = outcome;
        this.ranking = outcome.ranking();
        this.appraisal = outcome.appraisal();
        this.combination = combination;
    }

    static List<String> ofNobody(Screening screening) {
        var sentences = new ArrayList<>(exclusions(screening));
        sentences.add("No option is left that meets every constraint; loosen one of them.");
        return sentences;
    }

    List<String> sentences() {
        var sentences = new ArrayList<>(exclusions(screening));
        var order = ranking.order();
        if (order.size() == 1) {
            sentences.add(name(order.getFirst()) + " is the only option that is left.");
        } else {
            int first = order.get(0);
            int second = order.get(1);
            sentences.add(headline(order));
            sentences.add(carriers(first, second));
            experience().ifPresent(sentences::add);
            unknowns().ifPresent(sentences::add);
            sentences.add(flip());
            sentences.add(acceptability(first));
        }
        sentences.add(new EvidenceInWords(outcome).sentences());
        combination.map(this::parts).ifPresent(sentences::add);
        return sentences;
    }

    private String name(int option) {
        return ranking.option(option).name();
    }

    private String factor(int column) {
        return appraisal.columns().get(column).called();
    }

    private static List<String> exclusions(Screening screening) {
        return screening.excluded().stream()
                .map(exclusion -> exclusion.option().name() + " is excluded: on " + Prose.quoted(exclusion.factorName())
                        + " it has "
                        + (exclusion.score() == null ? "a range outside" : Figures.said(exclusion.score()) + ", and")
                        + " " + Prose.bounds(exclusion.constraint()) + " is asked for.")
                .toList();
    }

    private String headline(List<Integer> order) {
        var analysis = outcome.analysis();
        var by = Anchored.title(ranking.method()) + " " + weights();
        if (ranking.first() == null) {
            return Prose.list(ranking.winners().stream().map(this::name).toList()) + " share the first rank with "
                    + Figures.said(score(order.getFirst())) + " by " + by + ".";
        }
        double first = score(order.get(0));
        double second = score(order.get(1));
        return name(order.get(0)) + " is ahead of " + name(order.get(1)) + " by "
                + Figures.said(Objects.requireNonNull(analysis.margin()), 0) + ": " + Figures.said(first, second)
                + " against " + Figures.said(second, first)
                + (ranking.method() == MethodName.VIKOR ? ", where less is better" : "") + ", by " + by + ".";
    }

    private double score(int option) {
        return outcome.analysis().scores().get(option);
    }

    private String weights() {
        return switch (weighting.origin()) {
            case WEIGHTS -> "with the weights that were asked for";
            case PRIORITIES -> "with weights from the order of priorities";
            case PAIRWISE -> "with weights from the pairwise judgements";
            case USE_CASES ->
                "with the weights of "
                        + Prose.list(comparison.useCases().stream()
                                .filter(useCase ->
                                        outcome.requirements().useCases().contains(useCase.slug()))
                                .map(useCase -> Prose.quoted(useCase.name()))
                                .toList());
            case DEFAULTS -> "with the comparison's default weights, since no preference was given";
        };
    }

    private String carriers(int first, int second) {
        var carriers = leading(first, second, CARRIERS);
        var objections = leading(second, first, OBJECTIONS);
        if (carriers.isEmpty() && objections.isEmpty()) {
            return "Under every factor that has weight " + name(first) + " and " + name(second) + " are level.";
        }
        var forIt = carriers.isEmpty() ? "" : name(first) + " is carried by " + standings(carriers, first, second);
        var against = objections.isEmpty()
                ? "Nothing that has weight speaks for " + name(second)
                : "What speaks for " + name(second) + ": " + standings(objections, second, first);
        return forIt.isEmpty() ? against + "." : forIt + ". " + against + ".";
    }

    private List<Integer> leading(int one, int other, int most) {
        var leading = new ArrayList<Integer>(appraisal.columns().size());
        for (int column = 0; column < appraisal.columns().size(); column++) {
            if (ranking.lead(one, other, column) >= WORTH_SAYING) {
                leading.add(column);
            }
        }
        leading.sort(Comparator.comparingDouble(column -> -ranking.lead(one, other, column)));
        return leading.size() > most ? leading.subList(0, most) : leading;
    }

    private String standings(List<Integer> columns, int one, int other) {
        return Prose.list(columns.stream()
                .map(column -> factor(column) + " (" + figure(one, column) + " against " + figure(other, column)
                        + ", weight "
                        + Figures.said(ranking.weight(column)) + ")")
                .toList());
    }

    private String figure(int option, int column) {
        var cell = appraisal.at(option, column);
        if (appraisal.isExperience(column)) {
            var level = outcome.requirements().experience().get(ranking.slug(option));
            return level == null ? "none" : level.slug();
        }
        if (cell.score() != null) {
            return Figures.said(cell.score());
        }
        return cell.isUnknown() ? "unknown" : cell.isNotApplicable() ? "not applicable" : "a range";
    }

    private Optional<String> experience() {
        int column = appraisal.columns().size() - 1;
        if (!appraisal.isExperience(column)) {
            return Optional.empty();
        }
        return Optional.of("What the team knows counts like a factor of average weight, "
                + Figures.said(ranking.weight(column)) + ": "
                + Prose.list(IntStream.range(0, appraisal.options().size())
                        .mapToObj(option -> figure(option, column) + " for " + name(option))
                        .toList())
                + ".");
    }

    private Optional<String> unknowns() {
        var unknown = new LinkedHashMap<String, List<String>>();
        for (int column = 0; column < appraisal.columns().size(); column++) {
            if (ranking.weight(column) > 0) {
                for (int option = 0; option < appraisal.options().size(); option++) {
                    if (appraisal.at(option, column).isUnknown()) {
                        unknown.computeIfAbsent(factor(column), absent -> new ArrayList<>())
                                .add(name(option));
                    }
                }
            }
        }
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("Unknown, and therefore counted as anything on the scale: "
                        + unknown.entrySet().stream()
                                .map(entry -> entry.getKey() + " of " + Prose.list(entry.getValue()))
                                .collect(Collectors.joining("; "))
                        + ".");
    }

    private String flip() {
        var dissenting = outcome.dissenting().stream()
                .map(method ->
                        Prose.list(outcome.byMethod().getOrDefault(method, List.of()).stream()
                                        .map(this::name)
                                        .toList()) + " by " + Anchored.title(method))
                .toList();
        var methods = dissenting.isEmpty()
                ? "All five methods agree."
                : "With the same weights, first would be " + Prose.list(dissenting) + ".";
        return outcome.analysis()
                        .smallestFlip()
                        .map(flip -> "The least change of a single weight that turns it round: "
                                + factor(flip.criterion()) + " from " + Figures.said(flip.from(), flip.to())
                                + " to " + Figures.said(flip.to(), flip.from()) + ", beyond which "
                                + name(flip.winners().getFirst())
                                + " is first. ")
                        .orElse("No change of a single weight makes another option first. ")
                + methods;
    }

    /** Of the option ahead, and of those that would be first most often among the others. */
    private String acceptability(int first) {
        var rivals = ranking.order().stream()
                .filter(option -> option != first)
                .sorted(Comparator.comparingDouble(option -> -shareOfFirstRanks(option)))
                .limit(RIVALS)
                .map(option -> name(option) + " in " + Figures.percent(shareOfFirstRanks(option)));
        var ahead = name(first) + " would be first in " + Figures.percent(shareOfFirstRanks(first)) + " of them";
        return "If all weightings were equally likely, "
                + Prose.list(Stream.concat(Stream.of(ahead), rivals).toList()) + ".";
    }

    private double shareOfFirstRanks(int option) {
        return outcome.acceptability().ranks().get(option).getFirst();
    }

    private String parts(Combination combined) {
        var byOption = combined.parts().stream()
                .collect(Collectors.groupingBy(Part::option, LinkedHashMap::new, Collectors.toList()));
        var said = byOption.entrySet().stream()
                .map(entry -> optionName(entry.getKey()) + " for "
                        + Prose.list(entry.getValue().stream()
                                .map(part -> Prose.quoted(useCaseName(part.useCase())))
                                .toList()))
                .toList();
        return "The use cases pull apart, each taken by itself: " + Prose.list(said)
                + (combined.recommendation() == null
                        ? "; no standing recommendation says how to join them."
                        : "; " + Prose.quoted(title(combined.recommendation())) + " says how to join them.");
    }

    private String optionName(String slug) {
        return comparison.options().stream()
                .filter(option -> option.slug().equals(slug))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private String useCaseName(String slug) {
        return comparison.useCases().stream()
                .filter(useCase -> useCase.slug().equals(slug))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private String title(@Nullable String recommendation) {
        return comparison.recommendations().stream()
                .filter(one -> one.slug().equals(recommendation))
                .findFirst()
                .orElseThrow()
                .title();
    }
}
