package dev.tradeoff.recommendation;

import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Finding;
import dev.tradeoff.knowledge.Recommendation;
import dev.tradeoff.knowledge.UseCase;
import dev.tradeoff.mcda.Analysis;
import dev.tradeoff.recommendation.Combination.CombinationFinding;
import dev.tradeoff.recommendation.Combination.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where the use cases that are asked for, each by itself, have different winners: which option for which of them. */
final class Combinations {

    private final Comparison comparison;
    private final Profiles profiles;
    private final Requirements requirements;
    private final Appraisal appraisal;

    private Combinations(Comparison comparison, Profiles profiles, Requirements requirements, Appraisal appraisal) {
        this.comparison = comparison;
        this.profiles = profiles;
        this.requirements = requirements;
        this.appraisal = appraisal;
    }

    /** Empty where one option wins all of them. */
    static Optional<Combination> of(
            Comparison comparison, Profiles profiles, Requirements requirements, Appraisal appraisal) {
        return requirements.useCases().size() < 2
                ? Optional.empty()
                : new Combinations(comparison, profiles, requirements, appraisal).combine();
    }

    private Optional<Combination> combine() {
        var parts = comparison.useCases().stream()
                .filter(useCase -> requirements.useCases().contains(useCase.slug()))
                .flatMap(useCase -> part(useCase).stream())
                .toList();
        var options = new TreeSet<>(parts.stream().map(Part::option).toList());
        if (options.size() < 2) {
            return Optional.empty();
        }
        var joined = standing(options);
        return Optional.of(new Combination(
                parts,
                joined.map(Recommendation::slug).orElse(null),
                joined.map(Recommendation::roles).orElse(List.of()),
                joined.map(Recommendation::when).orElse(List.of()),
                joined.map(Recommendation::rationale).orElse(null),
                findings(options)));
    }

    /** Empty where several options share the first rank. */
    private Optional<Part> part(UseCase useCase) {
        var method = Objects.requireNonNull(requirements.method());
        return appraisal
                .weights(Weighting.of(useCase.slug(), profiles))
                .map(weights -> Analysis.of(appraisal.groundwork(method), weights))
                .filter(analysis -> analysis.winners().size() == 1)
                .map(analysis -> new Part(
                        useCase.slug(),
                        appraisal.options().get(analysis.winners().getFirst()).slug(),
                        Figures.rounded(Objects.requireNonNullElse(analysis.margin(), 0.0))));
    }

    /** The standing combination of these options; of several the one that serves most of the use cases. */
    private Optional<Recommendation> standing(Set<String> options) {
        return comparison.recommendations().stream()
                .filter(recommendation -> recommendation.kind() == Recommendation.Kind.COMBINE
                        && recommendation.options().containsAll(options))
                .max(Comparator.comparingLong(recommendation -> recommendation.useCases().stream()
                        .filter(requirements.useCases()::contains)
                        .count()));
    }

    /**
     * How an option is relieved of what another does better: its mitigations and practices that rest on the same claims as
     * its scores on the factors on which another of them is ahead.
     */
    private List<CombinationFinding> findings(Set<String> options) {
        var findings = new ArrayList<CombinationFinding>();
        for (int i = 0; i < appraisal.options().size(); i++) {
            var option = appraisal.options().get(i).slug();
            if (options.contains(option)) {
                var claims = claimsWhereBehind(i, options);
                comparison.findings().stream()
                        .filter(finding -> finding.option().equals(option) && saysHow(finding))
                        .filter(finding -> finding.claims().stream().anyMatch(claims::contains))
                        .map(finding -> new CombinationFinding(finding.slug(), option, finding.statement()))
                        .forEach(findings::add);
            }
        }
        return findings;
    }

    private static boolean saysHow(Finding finding) {
        return finding.kind() == Finding.Kind.MITIGATION || finding.kind() == Finding.Kind.PRACTICE;
    }

    private Set<String> claimsWhereBehind(int option, Set<String> options) {
        var claims = new HashSet<String>();
        for (int column = 0; column < appraisal.columns().size(); column++) {
            for (int other = 0; other < appraisal.options().size(); other++) {
                if (options.contains(appraisal.options().get(other).slug())
                        && appraisal.utility(other, column) > appraisal.utility(option, column)) {
                    claims.addAll(appraisal.at(option, column).claims());
                }
            }
        }
        return claims;
    }
}
