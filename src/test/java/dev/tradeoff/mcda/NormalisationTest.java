package dev.tradeoff.mcda;

import static dev.tradeoff.mcda.Normalisation.MIN_MAX;
import static dev.tradeoff.mcda.Normalisation.NONE;
import static dev.tradeoff.mcda.Normalisation.RATIO;
import static dev.tradeoff.mcda.Normalisation.SCALE;
import static dev.tradeoff.mcda.Normalisation.SUM;
import static dev.tradeoff.mcda.Normalisation.VECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The table of {@link Normalisation}, computed by hand. */
class NormalisationTest {

    private static final Criterion MORE = Criterion.higherIsBetter();
    private static final Criterion LESS = Criterion.lowerIsBetter();
    private static final Offset<Double> ROUNDING = Offset.offset(1e-15);

    @Test
    void the_formulas_where_more_is_better() {
        is(NONE, MORE, figures(2, 4, 10), 2, 4, 10);
        is(MIN_MAX, MORE, figures(2, 4, 10), 0, 0.25, 1);
        is(VECTOR, MORE, figures(2, 3, 6), 2 / 7.0, 3 / 7.0, 6 / 7.0);
        is(SUM, MORE, figures(2, 4, 10), 0.125, 0.25, 0.625);
        is(RATIO, MORE, figures(2, 4, 10), 0.2, 0.4, 1);
    }

    @Test
    void the_formulas_where_less_is_better() {
        is(NONE, LESS, figures(2, 4, 10), -2, -4, -10);
        is(MIN_MAX, LESS, figures(2, 4, 10), 1, 0.75, 0);
        is(VECTOR, LESS, figures(2, 3, 6), 5 / 7.0, 4 / 7.0, 1 / 7.0);
        is(SUM, LESS, figures(2, 4, 8), 4 / 7.0, 2 / 7.0, 1 / 7.0);
        is(RATIO, LESS, figures(2, 4, 10), 1, 0.5, 0.2);
    }

    @Test
    void a_scale_goes_from_worst_to_best_and_not_beyond() {
        is(SCALE, Criterion.on(new Anchors(1, 5)), figures(0, 1, 2, 5, 7), 0, 0, 0.25, 1, 1);
        is(SCALE, Criterion.on(new Anchors(100, 20)), figures(120, 100, 60, 20, -3), 0, 0, 0.5, 1, 1);
    }

    @Test
    void constant_columns() {
        for (var criterion : new Criterion[] {MORE, LESS}) {
            is(MIN_MAX, criterion, figures(3, 3), 1, 1);
            is(MIN_MAX, criterion, figures(0, 0), 1, 1);
            is(MIN_MAX, criterion, figures(7), 1);
            is(SUM, criterion, figures(3, 3, 3, 3), 0.25, 0.25, 0.25, 0.25);
            is(RATIO, criterion, figures(3, 3), 1, 1);
        }
        is(VECTOR, MORE, figures(3, 3, 3, 3), 0.5, 0.5, 0.5, 0.5);
        is(VECTOR, LESS, figures(3, 3, 3, 3), 0.5, 0.5, 0.5, 0.5);
    }

    @Test
    void zeros() {
        is(VECTOR, MORE, figures(0, 0), 0, 0);
        is(VECTOR, LESS, figures(0, 0), 1, 1);
        is(SUM, MORE, figures(0, 0), 0.5, 0.5);
        is(SUM, MORE, figures(0, 2), 0, 1);
        is(SUM, LESS, figures(0, 0, 5), 0.5, 0.5, 0);
        is(SUM, LESS, figures(-0.0, 0, 5), 0.5, 0.5, 0);
        is(RATIO, MORE, figures(0, 0), 1, 1);
        is(RATIO, LESS, figures(0, 0, 5), 1, 1, 0);
    }

    @Test
    void negatives() {
        is(MIN_MAX, MORE, figures(-4, 0, 4), 0, 0.5, 1);
        is(VECTOR, MORE, figures(-3, 4), -0.6, 0.8);
        is(VECTOR, LESS, figures(-3, 4), 1.6, 0.2 + 1e-17);
    }

    @Test
    void huge_and_tiny_figures_neither_overflow_nor_vanish() {
        is(MIN_MAX, MORE, figures(-1.5e308, 0, 1.5e308), 0, 0.5, 1);
        is(VECTOR, MORE, figures(3e300, 4e300), 0.6, 0.8);
        is(VECTOR, MORE, figures(3e-300, 4e-300), 0.6, 0.8);
        is(SUM, MORE, figures(1.5e308, 1.5e308), 0.5, 0.5);
        is(SUM, LESS, figures(1e-310, 1e-310), 0.5, 0.5);
        is(RATIO, LESS, figures(1e-300, 1e300), 1, 0);
        is(SCALE, Criterion.on(new Anchors(-1.5e308, 1.5e308)), figures(-1.5e308, 0, 1.5e308), 0, 0.5, 1);
    }

    @Test
    void what_does_not_suit_is_refused_with_the_criterion() {
        refuses(SUM, 1, "normalisation by sum needs figures of at least 0");
        refuses(RATIO, 1, "normalisation by ratio needs figures of at least 0");
        refuses(SCALE, 0, "scale needs the worst and the best figure");
    }

    private static void refuses(Normalisation normalisation, int criterion, String reason) {
        var matrix = Matrices.matrix("+-", figures(1, 2), figures(3, -1));
        assertThatThrownBy(() -> Analysis.of(matrix, figures(1, 1), new Method.WeightedSum(normalisation)))
                .isInstanceOfSatisfying(Unsuitable.class, refusal -> {
                    assertThat(refusal.criterion()).isEqualTo(criterion);
                    assertThat(refusal.reason()).contains(reason);
                    assertThat(refusal).hasMessageStartingWith("criterion " + criterion + ": ");
                });
    }

    private static void is(Normalisation normalisation, Criterion criterion, double[] figures, double... expected) {
        var normalised = new double[figures.length];
        Normaliser.normalise(normalisation, criterion, figures, normalised);
        for (var i = 0; i < expected.length; i++) {
            assertThat(normalised[i]).as("%s of %s", normalisation, figures[i]).isCloseTo(expected[i], ROUNDING);
        }
    }

    private static double[] figures(double... figures) {
        return figures;
    }
}
