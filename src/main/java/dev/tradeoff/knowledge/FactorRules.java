package dev.tradeoff.knowledge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for a factor and its assessments: a scale or a measure, and one verdict for each option. */
final class FactorRules {

    /** The recommender's own criterion for what a team knows; a factor of that name would be mistaken for it. */
    private static final String RESERVED = "team-experience";

    private static final Set<String> SCALE_POINTS = Set.of("1", "2", "3", "4", "5");

    private final Violations violations;
    private final Set<String> options;
    private final Set<String> topics;
    private final Map<String, Claim> claims;

    FactorRules(Violations violations, Set<String> options, Set<String> topics, Map<String, Claim> claims) {
        this.violations = violations;
        this.options = options;
        this.topics = topics;
        this.claims = claims;
    }

    void check(String at, Factor factor) {
        violations.requireForm(
                !factor.slug().equals(RESERVED), at + "/slug", "is reserved for what a team knows: " + RESERVED);
        violations.text(at + "/name", factor.name(), PublicationRules.NAME);
        violations.reference(at + "/topic", factor.topic(), topics, "topic");
        violations.text(at + "/question", factor.question(), PublicationRules.SENTENCE);
        violations.weight(at + "/weight", factor.weight());
        switch (factor.kind()) {
            case RATING -> rating(at, factor);
            case MEASURE -> measure(at, factor);
        }
        violations.oneForEachOption(
                at + "/assessments",
                factor.assessments().stream().map(Assessment::option).toList(),
                options,
                "assessment");
        for (int i = 0; i < factor.assessments().size(); i++) {
            assessment(at + "/assessments/" + i, factor, factor.assessments().get(i));
        }
    }

    private void rating(String at, Factor factor) {
        for (var point : List.of("1", "3", "5")) {
            violations.require(
                    factor.scale().containsKey(point), at + "/scale", "does not say what " + point + " means");
        }
        factor.scale().forEach((point, meaning) -> {
            var pointer = at + "/scale/" + Violations.escape(point);
            violations.requireForm(SCALE_POINTS.contains(point), pointer, "is no point of the scale: 1 to 5");
            violations.text(pointer, meaning, PublicationRules.SENTENCE);
        });
        var why = "belongs to a factor of kind measure";
        violations.absent(at + "/unit", factor.unit(), why);
        violations.absent(at + "/direction", factor.direction(), why);
        violations.absent(at + "/worst", factor.worst(), why);
        violations.absent(at + "/best", factor.best(), why);
    }

    private void measure(String at, Factor factor) {
        violations.text(at + "/unit", Values.text(factor.unit()), PublicationRules.NAME);
        violations.present(at + "/direction", factor.direction());
        violations.present(at + "/worst", factor.worst());
        violations.present(at + "/best", factor.best());
        violations.require(factor.scale().isEmpty(), at + "/scale", "belongs to a factor of kind rating");
        var worst = factor.worst();
        var best = factor.best();
        if (worst != null && best != null && factor.direction() != null) {
            int order = best.compareTo(worst);
            boolean agrees =
                    switch (factor.direction()) {
                        case HIGHER -> order > 0;
                        case LOWER -> order < 0;
                    };
            violations.require(agrees, at + "/best", "must differ from worst, in the factor's direction");
        }
    }

    private void assessment(String at, Factor factor, Assessment assessment) {
        violations.text(at + "/verdict", assessment.verdict(), PublicationRules.SENTENCE);
        violations.present(at + "/confidence", assessment.confidence());
        violations.text(at + "/rationale", assessment.rationale(), PublicationRules.PAGE);
        violations.references(at + "/claims", assessment.claims(), claims.keySet(), "claim");
        switch (factor.kind()) {
            case RATING -> {
                violations.absent(at + "/value", assessment.value(), "belongs to a factor of kind measure");
                score(at, assessment.score(), assessment.scoreState());
            }
            case MEASURE -> {
                violations.absent(at + "/score", assessment.score(), "belongs to a factor of kind rating");
                boolean measured = assessment.value() != null
                        || assessment.claims().stream().map(claims::get).anyMatch(FactorRules::hasFigure);
                violations.require(
                        measured != (assessment.scoreState() != null),
                        at + "/value",
                        "needs exactly one of a value (its own or a claim's) and a scoreState that says why there is none");
            }
        }
    }

    private static boolean hasFigure(@Nullable Claim claim) {
        return claim != null && (claim.value() != null || claim.range() != null);
    }

    private void score(String at, @Nullable BigDecimal score, Assessment.@Nullable ScoreState state) {
        if (score == null) {
            violations.present(at + "/scoreState", state);
            return;
        }
        violations.absent(at + "/scoreState", state, "says that there is no score, but there is one");
        var halves = score.add(score).stripTrailingZeros();
        violations.requireForm(
                score.compareTo(BigDecimal.ONE) >= 0
                        && score.compareTo(BigDecimal.valueOf(5)) <= 0
                        && halves.scale() <= 0,
                at + "/score",
                "must be 1 to 5 in steps of 0.5, not " + score.toPlainString());
    }
}
