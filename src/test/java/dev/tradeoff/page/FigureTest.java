package dev.tradeoff.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures are shortened for people, and what is neither nothing nor all is not said to be. */
class FigureTest {

    @ParameterizedTest
    @CsvSource({
        "0.7875, 0.788, 78.8 %, 0.7875",
        "0, 0, 0 %, 0",
        "1, 1.000, 100 %, 1",
        "-0.05, −0.050, −5.0 %, -0.05",
        "0.0004, under 0.001, under 0.1 %, 0.0004",
        "-0.0004, above −0.001, above −0.1 %, -0.0004",
        "0.9996, 1.000, over 99.9 %, 0.9996",
        "0.000000000001, under 0.001, under 0.1 %, 0.000000000001"
    })
    void a_figure_is_said_and_kept(double value, String said, String percent, String exact) {
        var figure = new Figure(value);
        assertThat(figure.said()).isEqualTo(said);
        assertThat(figure.percent()).isEqualTo(percent);
        assertThat(figure.exact()).isEqualTo(exact);
    }
}
