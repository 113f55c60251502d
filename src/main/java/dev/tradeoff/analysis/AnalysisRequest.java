package dev.tradeoff.analysis;

import dev.tradeoff.mcda.DecisionMatrix;
import dev.tradeoff.shared.problem.Flaws;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A matrix to be analysed, as it is sent; what may be left out has its default from the beginning. */
@Schema(
        name = "Analysis",
        description = "A decision matrix, and how to analyse it.",
        requiredProperties = {"options", "matrix", "criteria"})
record AnalysisRequest(
        @Schema(
                description = "The names of the options, each of 1 to 200 characters, no two the same.",
                minItems = 1,
                maxItems = AnalysisRequest.MOST_OPTIONS)
        List<String> options,

        @Schema(
                description = "A row for each option with a cell for each criterion, in the order of both.",
                minItems = 1,
                maxItems = AnalysisRequest.MOST_OPTIONS)
        List<List<SentCell>> matrix,

        @Schema(description = "The columns of the matrix.", minItems = 1, maxItems = AnalysisRequest.MOST_CRITERIA)
        List<SentCriterion> criteria,

        @Schema(description = "How options are ranked; `weighted-sum` by default.")
        MethodName method,

        @Schema(
                description =
                        "How figures are made comparable. By default what suits the method: `min-max` for weighted-sum and VIKOR, which takes no other, `ratio` for weighted-product, `vector` for TOPSIS, `none` for PROMETHEE II. `scale` needs `worst` and `best` on each criterion.")
        NormalisationName normalisation,

        Parameters parameters,

        @Schema(
                description = "How many weightings are sampled where acceptability is not exact.",
                minimum = "1",
                maximum = "100000",
                defaultValue = "10000")
        Long samples,

        @Schema(
                description = "Where the random generator begins: the same seed gives the same figures.",
                minimum = "-9007199254740991",
                maximum = "9007199254740991",
                defaultValue = "1")
        Long seed) {

    static final int MOST_OPTIONS = 100;
    static final int MOST_CRITERIA = 200;
    private static final long MOST_SAMPLES = 100_000;
    private static final long USUAL_SAMPLES = 10_000;
    private static final long USUAL_SEED = 1;

    /** Beyond it, languages whose only numbers are doubles would send another. */
    private static final long LARGEST_SEED = (1L << 53) - 1;

    AnalysisRequest {
        options = options == null ? List.of() : options;
        matrix = matrix == null ? List.of() : matrix;
        criteria = criteria == null ? List.of() : criteria;
        method = method == null ? MethodName.WEIGHTED_SUM : method;
        normalisation = normalisation == null ? method.usualNormalisation() : normalisation;
        parameters = parameters == null ? Parameters.USUAL : parameters;
        samples = samples == null ? Long.valueOf(USUAL_SAMPLES) : samples;
        seed = seed == null ? Long.valueOf(USUAL_SEED) : seed;
    }

    /**
     * What is asked.
     *
     * @throws dev.tradeoff.shared.problem.Refused naming all that is not of its shape, or else all rules that are broken
     */
    Question question() {
        refuseMisshapen();
        refuseBroken();
        return new Question(
                options,
                criteria.stream().map(SentCriterion::name).toList(),
                new DecisionMatrix(
                        criteria.stream().map(SentCriterion::criterion).toList(),
                        matrix.stream()
                                .map(row -> row.stream().map(SentCell::cell).toList())
                                .toList()),
                weights(),
                method,
                normalisation,
                parameters,
                samples.intValue(),
                seed);
    }

    private void refuseMisshapen() {
        var flaws = new Flaws();
        flaws.addUnless(!options.isEmpty(), "/options", "must name at least one option");
        for (int i = 0; i < options.size(); i++) {
            Names.check(options.get(i), "/options/" + i, flaws);
        }
        flaws.addUnless(!matrix.isEmpty(), "/matrix", "must have a row for each option");
        for (int i = 0; i < matrix.size(); i++) {
            for (int j = 0; j < matrix.get(i).size(); j++) {
                matrix.get(i).get(j).checkRange(cell(i, j), flaws);
            }
        }
        flaws.addUnless(!criteria.isEmpty(), "/criteria", "must have at least one criterion");
        for (int j = 0; j < criteria.size(); j++) {
            criteria.get(j).checkRange("/criteria/" + j, flaws);
        }
        parameters.checkRange("/parameters", flaws);
        flaws.addUnless(samples >= 1, "/samples", "must be at least 1");
        flaws.addUnless(-LARGEST_SEED <= seed && seed <= LARGEST_SEED, "/seed", "must be from −(2^53 − 1) to 2^53 − 1");
        flaws.refuseMisshapen("analysis");
    }

    private void refuseBroken() {
        var flaws = new Flaws();
        flaws.addUnless(options.size() <= MOST_OPTIONS, "/options", "must be at most " + MOST_OPTIONS);
        flaws.addUnless(criteria.size() <= MOST_CRITERIA, "/criteria", "must be at most " + MOST_CRITERIA);
        flaws.addUnless(samples <= MOST_SAMPLES, "/samples", "must be at most " + MOST_SAMPLES);
        Names.checkDistinct(options, "/options", "", flaws);
        Names.checkDistinct(criteria.stream().map(SentCriterion::name).toList(), "/criteria", "/name", flaws);
        checkMatrix(flaws);
        checkWeights(flaws);
        for (int j = 0; j < criteria.size(); j++) {
            criteria.get(j).checkRules("/criteria/" + j, flaws);
        }
        checkNormalisation(flaws);
        parameters.checkRules(criteria.size(), "/parameters", flaws);
        flaws.refuseBroken("analysis");
    }

    private void checkMatrix(Flaws flaws) {
        flaws.addUnless(
                matrix.size() == options.size(),
                "/matrix",
                "must have one row for each of the " + options.size() + " options, not " + matrix.size());
        for (int i = 0; i < matrix.size(); i++) {
            var row = matrix.get(i);
            flaws.addUnless(
                    row.size() == criteria.size(),
                    "/matrix/" + i,
                    "must have one cell for each of the " + criteria.size() + " criteria, not " + row.size());
            for (int j = 0; j < row.size(); j++) {
                row.get(j).checkRules(cell(i, j), flaws);
            }
        }
    }

    private static Supplier<String> cell(int row, int column) {
        return () -> "/matrix/" + row + "/" + column;
    }

    private void checkWeights(Flaws flaws) {
        if (!areWeighted()) {
            return;
        }
        boolean allZero = true;
        for (int j = 0; j < criteria.size(); j++) {
            var weight = criteria.get(j).weight();
            flaws.addUnless(
                    weight != null, "/criteria/" + j + "/weight", "must be given, since other criteria have one");
            allZero &= weight != null && weight == 0;
        }
        flaws.addUnless(!allZero, "/criteria", "must not all have the weight 0");
    }

    private void checkNormalisation(Flaws flaws) {
        if (!method.normalisations().contains(normalisation)) {
            flaws.add(
                    "/normalisation",
                    "must be " + method.usualNormalisation().text() + " or left out, since the method is "
                            + method.text());
        }
        if (normalisation == NormalisationName.SCALE) {
            for (int j = 0; j < criteria.size(); j++) {
                flaws.addUnless(
                        criteria.get(j).worst() != null || criteria.get(j).best() != null,
                        "/criteria/" + j,
                        "must have worst and best, since the normalisation is scale");
            }
        }
    }

    private boolean areWeighted() {
        return criteria.stream().anyMatch(criterion -> criterion.weight() != null);
    }

    private List<Double> weights() {
        return areWeighted()
                ? criteria.stream()
                        .map(SentCriterion::weight)
                        .map(Objects::requireNonNull)
                        .toList()
                : Collections.nCopies(criteria.size(), 1.0);
    }
}
