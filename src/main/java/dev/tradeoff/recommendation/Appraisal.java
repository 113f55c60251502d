package dev.tradeoff.recommendation;

import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.mcda.Anchors;
import dev.tradeoff.mcda.Cell;
import dev.tradeoff.mcda.Criterion;
import dev.tradeoff.mcda.DecisionMatrix;
import dev.tradeoff.recommendation.Requirements.Experience;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Options × criteria with what each cell rests on: the factors of a comparison for the options that are in question, and,
 * where a team's experience counts, one criterion more.
 *
 * @param rows one for each option, a cell for each column
 * @param leftOut factors that do not apply to one of the options, and hence to none
 */
record Appraisal(List<Option> options, List<Column> columns, List<List<Appraised>> rows, List<Factor> leftOut) {

    /** The reserved name of the criterion for what a team knows. */
    static final String EXPERIENCE = "team-experience";

    private static final Anchors EXPERIENCE_SCALE = new Anchors(0, 1);

    Appraisal {
        options = List.copyOf(options);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        leftOut = List.copyOf(leftOut);
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

    /** The matrix of the options that are in question. */
    static Appraisal of(
            Comparison comparison,
            List<Option> options,
            Map<String, Map<String, Appraised>> cells,
            Map<String, Experience> experience) {
        var leftOut = comparison.factors().stream()
                .filter(factor -> factor.notApplicable() != Factor.NotApplicable.WORST)
                .filter(factor -> options.stream()
                        .anyMatch(option -> at(cells, factor, option).isNotApplicable()))
                .toList();
        var factors = comparison.factors().stream()
                .filter(factor -> !leftOut.contains(factor))
                .toList();
        var columns = new ArrayList<>(factors.stream().map(Column::of).toList());
        var rows = new ArrayList<List<Appraised>>();
        for (var option : options) {
            rows.add(new ArrayList<>(
                    factors.stream().map(factor -> at(cells, factor, option)).toList()));
        }
        if (!experience.isEmpty()) {
            columns.add(new Column(EXPERIENCE, "the team's experience", EXPERIENCE_SCALE, false));
            for (int i = 0; i < options.size(); i++) {
                var level = experience.getOrDefault(options.get(i).slug(), Experience.NONE);
                rows.get(i)
                        .add(new Appraised(
                                Cell.of(level.worth()), Figures.decimal(level.worth()), null, null, List.of(), false));
            }
        }
        return new Appraisal(options, columns, rows, leftOut);
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

    Appraised at(int option, int column) {
        return rows.get(option).get(column);
    }

    boolean isExperience(int column) {
        return columns.get(column).factor().equals(EXPERIENCE);
    }

    /** How much of its scale the (mean) figure of a cell is worth, in [0, 1]. */
    double utility(int option, int column) {
        return columns.get(column).anchors().utility(at(option, column).cell().mean());
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

    DecisionMatrix matrix() {
        return new DecisionMatrix(
                columns.stream().map(column -> Criterion.on(column.anchors())).toList(),
                rows.stream()
                        .map(row -> row.stream().map(Appraised::cell).toList())
                        .toList());
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
    double editorialShare(double[] weights) {
        double share = 0;
        for (int column = 0; column < columns.size(); column++) {
            int editorial = 0;
            for (int option = 0; option < options.size(); option++) {
                editorial += !isExperience(column) && at(option, column).isEditorial() ? 1 : 0;
            }
            share += weights[column] * editorial / options.size();
        }
        return share;
    }
}
