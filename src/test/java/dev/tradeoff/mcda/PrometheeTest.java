package dev.tradeoff.mcda;

import static dev.tradeoff.mcda.Matrices.matrix;
import static dev.tradeoff.mcda.Matrices.preference;
import static dev.tradeoff.mcda.Matrices.promethee;
import static dev.tradeoff.mcda.Matrices.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Flows computed by hand: of three options 10, 7 and 2, whose differences are 3, 8 and 5. */
class PrometheeTest {

    @Test
    void usual() {
        hasFlows(preference(Preference.Type.USUAL, 0, 0, 0), 1, 0, -1);
    }

    @Test
    void u_shape_is_indifferent_up_to_q() {
        hasFlows(preference(Preference.Type.U_SHAPE, 4, 0, 0), 0.5, 0.5, -1);
    }

    @Test
    void v_shape_rises_to_p() {
        hasFlows(preference(Preference.Type.V_SHAPE, 0, 10, 0), 0.55, 0.1, -0.65);
    }

    @Test
    void level_is_half_between_q_and_p() {
        hasFlows(preference(Preference.Type.LEVEL, 3, 5, 0), 0.5, 0.25, -0.75);
    }

    @Test
    void linear_rises_from_q_to_p() {
        hasFlows(preference(Preference.Type.LINEAR, 2, 6, 0), 0.625, 0.25, -0.875);
    }

    @Test
    void gaussian_is_the_bell_turned_round() {
        hasFlows(
                preference(Preference.Type.GAUSSIAN, 0, 0, 5),
                0.443346244067767,
                0.1143697758493195,
                -0.5577160199170865);
    }

    @Test
    void thresholds_of_nothing_make_a_step() {
        hasFlows(preference(Preference.Type.V_SHAPE, 0, 0, 0), 1, 0, -1);
        hasFlows(preference(Preference.Type.GAUSSIAN, 0, 0, 0), 1, 0, -1);
        hasFlows(preference(Preference.Type.LINEAR, 4, 4, 0), 0.5, 0.5, -1);
        hasFlows(preference(Preference.Type.LINEAR, 0, 0, 0), 1, 0, -1);
    }

    @Test
    void less_is_better_turns_the_flows_round() {
        var matrix = matrix("-", row(10), row(7), row(2));
        var method = promethee(Normalisation.NONE, preference(Preference.Type.V_SHAPE, 0, 10, 0), 1);
        isClose(Analysis.of(matrix, row(1), method).scores(), -0.55, -0.1, 0.65);
    }

    @Test
    void a_difference_on_a_threshold_is_on_it_although_its_binary_figures_are_beside_it() {
        assertThat(0.3 - 0.2).isLessThan(0.1);
        assertThat(0.8 - 0.7).isGreaterThan(0.1);
        for (var pair : List.of(row(0.3, 0.2), row(0.8, 0.7), row(1.1, 1.0), row(1e6 + 0.1, 1e6))) {
            var matrix = matrix("+", row(pair[0]), row(pair[1]));
            hasFirstFlow(matrix, preference(Preference.Type.U_SHAPE, 0.1, 0, 0), 0);
            hasFirstFlow(matrix, preference(Preference.Type.LEVEL, 0.1, 0.1, 0), 0);
            hasFirstFlow(matrix, preference(Preference.Type.LINEAR, 0.1, 0.5, 0), 0);
            hasFirstFlow(matrix, preference(Preference.Type.V_SHAPE, 0, 0.1, 0), 1);
        }
    }

    @Test
    void whole_numbers_differ_by_one_even_if_they_are_large() {
        var matrix = matrix("+", row(1.7e15 + 1), row(1.7e15));
        hasFirstFlow(matrix, preference(Preference.Type.USUAL, 0, 0, 0), 1);
        hasFirstFlow(matrix, preference(Preference.Type.U_SHAPE, 1, 0, 0), 0);
    }

    @Test
    void differences_that_overflow_are_beyond_every_threshold() {
        var matrix = matrix("+", row(1.5e308), row(-1.5e308));
        for (var type : Preference.Type.values()) {
            hasFirstFlow(matrix, preference(type, 1e300, 1e307, 1e300), 1);
        }
    }

    @Test
    void an_only_option_has_no_flows() {
        var analysis = Analysis.of(
                matrix("+", row(3)),
                row(1),
                promethee(Normalisation.NONE, preference(Preference.Type.USUAL, 0, 0, 0), 1));
        assertThat(analysis.details()).isEqualTo(new Details.PrometheeII(List.of(0.0), List.of(0.0), List.of(0.0)));
    }

    @Test
    void thresholds_that_make_no_sense_are_refused_and_unused_ones_accepted() {
        assertThatThrownBy(() -> preference(Preference.Type.USUAL, -1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> preference(Preference.Type.USUAL, 0, Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> preference(Preference.Type.LINEAR, 2, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(preference(Preference.Type.V_SHAPE, 2, 1, 3).q()).isEqualTo(2);
    }

    private static void hasFlows(Preference preference, double... phi) {
        var analysis =
                Analysis.of(matrix("+", row(10), row(7), row(2)), row(1), promethee(Normalisation.NONE, preference, 1));
        isClose(analysis.scores(), phi);
        var details = (Details.PrometheeII) analysis.details();
        isClose(details.phi(), phi);
        for (var i = 0; i < phi.length; i++) {
            assertThat(details.phiPlus().get(i) - details.phiMinus().get(i)).isCloseTo(phi[i], within(1e-15));
        }
    }

    private static void hasFirstFlow(DecisionMatrix matrix, Preference preference, double phi) {
        var method = promethee(Normalisation.NONE, preference, 1);
        assertThat(Analysis.of(matrix, row(1), method).scores().getFirst())
                .as("%s with %s", matrix.rows(), preference)
                .isEqualTo(phi);
    }

    private static void isClose(List<Double> figures, double... expected) {
        for (var i = 0; i < expected.length; i++) {
            assertThat(figures.get(i)).isCloseTo(expected[i], within(1e-14));
        }
    }
}
