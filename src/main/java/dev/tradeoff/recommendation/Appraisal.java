package dev.tradeoff.recommendation;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.mcda.Analysis;
import dev.tradeoff.mcda.Anchors;
import dev.tradeoff.mcda.Cell;
import dev.tradeoff.mcda.Criterion;
import dev.tradeoff.mcda.DecisionMatrix;
import dev.tradeoff.mcda.Groundwork;
import dev.tradeoff.recommendation.Requirements.Experience;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Options × criteria with what each cell rests on: the factors of a comparison for the options that are in question, and,
 * where a team's experience counts, one criterion more. Immutable.
 */
final class Appraisal {

    /** The reserved name of the criterion for what a team knows. */
    static final String EXPERIENCE = "team-experience";

    private static final Column EXPERIENCE_COLUMN =
            new Column(EXPERIENCE, "the team's experience", new Anchors(0, 1), false);

    private final List<Option> options;
    private final List<Column> columns;
    private final List<List<Appraised>> rows;
    private final List<Factor> leftOut;
    private final double[][] utilities;

    /** How many assessments of each column rest on no claim. */
    private final int[] editorial;

    private volatile @Nullable DecisionMatrix matrix;
    private final Map<MethodName, Groundwork> groundworks = new ConcurrentHashMap<>(MethodName.values().length);
    private final Map<MethodName, Prospects> prospects = new ConcurrentHashMap<>(1);

    private Appraisal(List<Option> options, List<Column> columns, List<List<Appraised>> rows, List<Factor> leftOut) {
        this.options = List.copyOf(options);
        this.columns = List.copyOf(columns);
        this.rows = rows.stream().map(List::copyOf).toList();
        this.leftOut = List.copyOf(leftOut);
        this.utilities = new double[rows.size()][columns.size()];
        for (int i = 0; i < utilities.length; i++) {
            for (int j = 0; j < utilities[i].length; j++) {
                utilities[i][j] = columns.get(j)
                        .anchors()
                        .utility(rows.get(i).get(j).cell().mean());
            }
        }
        this.editorial = new int[columns.size()];
        for (int j = 0; j < editorial.length; j++) {
            for (int i = 0; i < utilities.length; i++) {
                editorial[j] += !isExperience(j) && at(i, j).isEditorial() ? 1 : 0;
            }
        }
    }

    /**
     * A criterion.
     *
     * @param factor slug of the factor, or {@link #EXPERIENCE}
     * @param rating whether scores are 1 to 5
     */
    record Column(String factor, String name, Anchors anchors, boolean rating) {

        static Column of(Factor factor) {
            return new Column(
                    factor.slug(), factor.name(), Appraised.anchors(factor), factor.kind() == Factor.Kind.RATING);
        }

        Criterion criterion() {
            return Criterion.on(anchors);
        }

        /** As sentences call it. */
        String called() {
            return factor.equals(EXPERIENCE) ? name : Prose.quoted(name);
        }
    }

    /** Every factor for every option, before anything is excluded or left out. */
    static Map<String, Map<String, Appraised>> cells(
            Comparison comparison, Evidence evidence, EvidenceSettings settings) {
        var claims = comparison.claims().stream().collect(Collectors.toMap(Claim::slug, Function.identity()));
        var cells = new LinkedHashMap<String, Map<String, Appraised>>();
        for (var factor : comparison.factors()) {
            cells.put(
                    factor.slug(),
                    factor.assessments().stream()
                            .collect(Collectors.toMap(
                                    Assessment::option,
                                    assessment -> Appraised.of(factor, assessment, claims, evidence, settings))));
        }
        return cells;
    }

    /** The factors for the options that are in question. */
    static Appraisal of(Comparison comparison, List<Option> options, Map<String, Map<String, Appraised>> cells) {
        var leftOut = comparison.factors().stream()
                .filter(factor -> factor.notApplicable() != Factor.NotApplicable.WORST)
                .filter(factor -> options.stream()
                        .anyMatch(option -> at(cells, factor, option).isNotApplicable()))
                .toList();
        var factors = comparison.factors().stream()
                .filter(factor -> !leftOut.contains(factor))
                .toList();
        var rows = options.stream()
                .map(option -> factors.stream()
                        .map(factor -> at(cells, factor, option))
                        .toList())
                .toList();
        return new Appraisal(options, factors.stream().map(Column::of).toList(), rows, leftOut);
    }

    /** The same with what the team knows as a criterion more, where it counts. */
    Appraisal with(Map<String, Experience> experience) {
        if (experience.isEmpty()) {
            return this;
        }
        var more = new ArrayList<>(columns);
        more.add(EXPERIENCE_COLUMN);
        var longer = new ArrayList<List<Appraised>>();
        for (int i = 0; i < options.size(); i++) {
            var row = new ArrayList<>(rows.get(i));
            row.add(Appraised.of(experience.getOrDefault(options.get(i).slug(), Experience.NONE)));
            longer.add(row);
        }
        return new Appraisal(options, more, longer, leftOut);
    }

    private static Appraised at(Map<String, Map<String, Appraised>> cells, Factor factor, Option option) {
        return cells.getOrDefault(factor.slug(), Map.of()).getOrDefault(option.slug(), missing(factor));
    }

    /** Nothing that is published lacks an assessment; if it did, it would be unknown. */
    private static Appraised missing(Factor factor) {
        return new Appraised(
                Appraised.anything(Appraised.anchors(factor)),
                null,
                Assessment.ScoreState.UNKNOWN,
                null,
                List.of(),
                false);
    }

    List<Option> options() {
        return options;
    }

    List<Column> columns() {
        return columns;
    }

    /** One for each option, a cell for each column. */
    List<List<Appraised>> rows() {
        return rows;
    }

    /** Factors that do not apply to one of the options, and hence to none. */
    List<Factor> leftOut() {
        return leftOut;
    }

    /** There must be a column. */
    DecisionMatrix matrix() {
        var known = matrix;
        if (known == null) {
            known = new DecisionMatrix(
                    columns.stream().map(Column::criterion).toList(),
                    rows.stream()
                            .map(row -> row.stream().map(Appraised::cell).toList())
                            .toList());
            matrix = known;
        }
        return known;
    }

    /** What one of the methods makes of it, whatever the weights are. There must be a column. */
    Groundwork groundwork(MethodName method) {
        var known = groundworks.get(method);
        return known != null
                ? known
                : groundworks.computeIfAbsent(
                        method, absent -> new Groundwork(matrix(), Anchored.of(absent, columns.size())));
    }

    /**
     * What happens under all weightings.
     *
     * @param analysis of this by that method; where it is exact, its weights make no difference
     */
    Prospects prospects(Analysis analysis, MethodName method, int samples, long seed) {
        if (!analysis.isExact()) {
            return Prospects.of(this, analysis.acceptability(samples, seed));
        }
        var known = prospects.get(method);
        return known != null
                ? known
                : prospects.computeIfAbsent(method, absent -> Prospects.of(this, analysis.acceptability(samples, seed))
                        .written());
    }

    Appraised at(int option, int column) {
        return rows.get(option).get(column);
    }

    boolean isExperience(int column) {
        return columns.get(column).factor().equals(EXPERIENCE);
    }

    /** How much of its scale the (mean) figure of a cell is worth, in [0, 1]. */
    double utility(int option, int column) {
        return utilities[option][column];
    }

    /**
     * The weight of each column, to a sum of 1: what was asked for, without what is left out; experience has the mean of
     * the other positive weights.
     *
     * @return empty if nothing that is left has a weight
     */
    Optional<double[]> weights(Weighting weighting) {
        var weights = new double[columns.size()];
        double sum = 0;
        int positive = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weighting.byFactor().getOrDefault(columns.get(i).factor(), 0.0);
            sum += weights[i];
            positive += weights[i] > 0 ? 1 : 0;
        }
        if (positive > 0 && isExperience(weights.length - 1)) {
            weights[weights.length - 1] = sum / positive;
            sum += sum / positive;
        }
        double all = sum;
        return all > 0
                ? Optional.of(Arrays.stream(weights).map(weight -> weight / all).toArray())
                : Optional.empty();
    }

    /** The same with one figure in place of a cell. */
    Appraisal with(int option, int column, double figure) {
        var changed = new ArrayList<List<Appraised>>(rows);
        var row = new ArrayList<>(rows.get(option));
        var before = row.get(column);
        row.set(
                column,
                new Appraised(Cell.of(figure), null, null, before.confidence(), before.claims(), before.weak()));
        changed.set(option, row);
        return new Appraisal(options, columns, changed, leftOut);
    }

    /** The share of the weight, in [0, 1], that lies on editorial judgement: on assessments that rest on no claim. */
    double editorialShare(List<Double> weights) {
        double share = 0;
        for (int column = 0; column < columns.size(); column++) {
            share += weights.get(column) * editorial[column] / options.size();
        }
        return share;
    }
}
